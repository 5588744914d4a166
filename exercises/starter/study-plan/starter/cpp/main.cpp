#include <iostream>
#include <vector>

int main() {
  int n, m;
  std::cin >> n >> m;
  std::vector<std::vector<int>> later(n + 1);
  for (int i = 0; i < m; i++) {
    int a, b;
    std::cin >> a >> b;
    later[a].push_back(b);
  }
  // Print the lessons in order, or IMPOSSIBLE.
}
