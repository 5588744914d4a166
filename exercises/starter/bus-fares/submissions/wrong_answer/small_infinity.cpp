// Takes 10^9 for more than any sum of fares.
#include <functional>
#include <iostream>
#include <queue>
#include <utility>
#include <vector>

int main() {
  constexpr long long infinity = 1'000'000'000;
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
  std::vector<long long> least(n + 1, infinity);
  least[1] = 0;
  queue.emplace(0, 1);
  while (!queue.empty()) {
    const auto [paid, town] = queue.top();
    queue.pop();
    if (paid > least[town]) continue;
    for (const auto& [other, fare] : lines[town]) {
      if (paid + fare < least[other]) {
        least[other] = paid + fare;
        queue.emplace(paid + fare, other);
      }
    }
  }
  std::cout << (least[n] == infinity ? -1 : least[n]) << '\n';
}
