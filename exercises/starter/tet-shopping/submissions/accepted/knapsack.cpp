#include <algorithm>
#include <iostream>
#include <vector>

int main() {
  int n, w;
  std::cin >> n >> w;
  // best[i][money] with the first i items.
  std::vector<std::vector<long long>> best(n + 1, std::vector<long long>(w + 1));
  for (int i = 1; i <= n; i++) {
    int cost, joy;
    std::cin >> cost >> joy;
    for (int money = 0; money <= w; money++) {
      best[i][money] = best[i - 1][money];
      if (money >= cost) {
        best[i][money] = std::max(best[i][money], best[i - 1][money - cost] + joy);
      }
    }
  }
  std::cout << best[n][w] << '\n';
}
