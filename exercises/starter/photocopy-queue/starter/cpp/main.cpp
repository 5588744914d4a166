#include <iostream>
#include <queue>
#include <vector>

int main() {
  int n, k, m;
  std::cin >> n >> k >> m;
  std::vector<int> pages(n);
  for (int& number : pages) std::cin >> number;
  // Nam is pages[m - 1]. std::queue may help.
}
