#include <iostream>
#include <vector>

int main() {
  int n, s;
  std::cin >> n >> s;
  std::vector<int> prices(n);
  for (int& price : prices) std::cin >> price;
  // Print the number of pairs of articles that cost exactly s together.
}
