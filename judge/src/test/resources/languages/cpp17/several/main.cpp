#include <iostream>
#include <utility>
#include "sum.hpp"
static_assert(__cplusplus == 201703L);

int main() {
  std::pair<int, long long> state{0, 0};
  auto& [n, total] = state;
  std::cin >> n;
  for (long long value; n-- > 0 && std::cin >> value;) total = sum(total, value);
  std::cout << total << '\n';
}
