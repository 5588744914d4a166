// Without union-find: a search from each student who is in no group yet.
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
  int n, m;
  std::cin >> n >> m;
  std::vector<std::vector<int>> friends(n + 1);
  for (int i = 0; i < m; i++) {
    int a, b;
    std::cin >> a >> b;
    friends[a].push_back(b);
    friends[b].push_back(a);
  }
  std::vector<bool> seen(n + 1);
  int groups = 0;
  std::size_t largest = 0;
  for (int start = 1; start <= n; start++) {
    if (seen[start]) continue;
    std::vector<int> group = {start};
    seen[start] = true;
    for (std::size_t i = 0; i < group.size(); i++) {
      for (int other : friends[group[i]]) {
        if (!seen[other]) {
          seen[other] = true;
          group.push_back(other);
        }
      }
    }
    groups++;
    largest = std::max(largest, group.size());
  }
  std::cout << groups << ' ' << largest << '\n';
}
