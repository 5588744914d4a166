#include <functional>
#include <iostream>
#include <queue>
#include <utility>
#include <vector>

int main() {
  std::ios::sync_with_stdio(false);
  int n, m;
  std::cin >> n >> m;
  std::vector<std::vector<std::pair<int, int>>> lines(n + 1);
  for (int i = 0; i < m; i++) {
    int a, b, fare;
    std::cin >> a >> b >> fare;
    lines[a].emplace_back(b, fare);
    lines[b].emplace_back(a, fare);
  }
  using Entry = std::pair<long long, int>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  std::vector<bool> done(n + 1);
  queue.emplace(0, 1);
  while (!queue.empty()) {
    const auto [paid, town] = queue.top();
    queue.pop();
    if (town == n) {
      std::cout << paid << '\n';
      return 0;
    }
    if (done[town]) continue;
    done[town] = true;
    for (const auto& [other, fare] : lines[town]) {
      if (!done[other]) queue.emplace(paid + fare, other);
    }
  }
  std::cout << -1 << '\n';
}
