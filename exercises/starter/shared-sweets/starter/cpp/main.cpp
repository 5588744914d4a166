#include <iostream>
#include <vector>

int main() {
  int n, k;
  std::cin >> n >> k;
  std::vector<int> boxes(n);
  for (int& box : boxes) std::cin >> box;
  // Print the number of ways to choose neighbouring boxes.
}
