#include <iostream>
#include <vector>

int main() {
  int n;
  long long s;
  std::cin >> n >> s;
  std::vector<int> amounts(n);
  for (int& amount : amounts) std::cin >> amount;
  // Print the greatest number of consecutive days that cost at most s.
}
