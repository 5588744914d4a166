#include <algorithm>
#include <iostream>
#include <ranges>
#include <vector>
#include "sum.hpp"

int main() {
  int n;
  std::cin >> n;
  std::vector<long long> values(n);
  for (auto& value : values) std::cin >> value;
  long long total = 0;
  for (auto value : values | std::views::all) total = sum(total, value);
  std::cout << total << '\n';
}
