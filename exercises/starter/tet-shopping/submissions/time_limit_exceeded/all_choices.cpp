// Tries all choices.
#include <algorithm>
#include <iostream>
#include <vector>

std::vector<int> cost, joy;

long long best(std::size_t item, int money) {
  if (item == cost.size()) return 0;
  const long long without = best(item + 1, money);
  if (cost[item] > money) return without;
  return std::max(without, joy[item] + best(item + 1, money - cost[item]));
}

int main() {
  int n, w;
  std::cin >> n >> w;
  cost.resize(n);
  joy.resize(n);
  for (int i = 0; i < n; i++) std::cin >> cost[i] >> joy[i];
  std::cout << best(0, w) << '\n';
}
