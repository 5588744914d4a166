#include <iostream>
#include <queue>
#include <utility>
#include <vector>

int main() {
  int n, m;
  std::cin >> n >> m;
  std::vector<std::vector<std::pair<int, int>>> lines(n + 1);
  for (int i = 0; i < m; i++) {
    int a, b, fare;
    std::cin >> a >> b >> fare;
    lines[a].emplace_back(b, fare);
    lines[b].emplace_back(a, fare);
  }
  // Print the least sum of fares from 1 to n. std::priority_queue may help.
}
