// Goes upwards through the money and so buys the same item several times.
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
  int n, w;
  std::cin >> n >> w;
  std::vector<long long> best(w + 1);
  while (n-- > 0) {
    int cost, joy;
    std::cin >> cost >> joy;
    for (int money = cost; money <= w; money++) {
      best[money] = std::max(best[money], best[money - cost] + joy);
    }
  }
  std::cout << best[w] << '\n';
}
