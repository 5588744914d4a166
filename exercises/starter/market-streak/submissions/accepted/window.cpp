#include <algorithm>
#include <iostream>
#include <vector>

int main() {
  std::ios::sync_with_stdio(false);
  int n;
  long long s;
  std::cin >> n >> s;
  std::vector<int> amounts(n);
  for (int& amount : amounts) std::cin >> amount;
  long long total = 0;
  int first = 0, best = 0;
  for (int last = 0; last < n; last++) {
    total += amounts[last];
    while (total > s) total -= amounts[first++];
    best = std::max(best, last - first + 1);
  }
  std::cout << best << '\n';
}
