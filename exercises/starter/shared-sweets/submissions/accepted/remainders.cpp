#include <iostream>
#include <vector>

int main() {
  std::ios::sync_with_stdio(false);
  int n, k;
  std::cin >> n >> k;
  std::vector<int> seen(k);
  seen[0] = 1;
  long long ways = 0, remainder = 0;
  for (int i = 0; i < n; i++) {
    int box;
    std::cin >> box;
    remainder = (remainder + box) % k;
    ways += seen[remainder]++;
  }
  std::cout << ways << '\n';
}
