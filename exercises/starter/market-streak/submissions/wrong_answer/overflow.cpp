// 32 bits are too few for the sum.
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
  int n;
  long long s;
  std::cin >> n >> s;
  std::vector<unsigned> amounts(n);
  for (unsigned& amount : amounts) std::cin >> amount;
  unsigned total = 0;
  int first = 0, best = 0;
  for (int last = 0; last < n; last++) {
    total += amounts[last];
    while (total > s && first <= last) total -= amounts[first++];
    best = std::max(best, last - first + 1);
  }
  std::cout << best << '\n';
}
