// Begins on each day and adds up anew.
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
  int n;
  long long s;
  std::cin >> n >> s;
  std::vector<int> amounts(n);
  for (int& amount : amounts) std::cin >> amount;
  int best = 0;
  for (int first = 0; first < n; first++) {
    long long total = 0;
    for (int last = first; last < n; last++) {
      total += amounts[last];
      if (total > s) break;
      best = std::max(best, last - first + 1);
    }
  }
  std::cout << best << '\n';
}
