#include <iostream>
#include <string>
#include "sum.hpp"

int main() {
  int n;
  std::cin >> n;
  long long total = 0;
  for (long long value; n-- > 0 && std::cin >> value;) total = sum(total, value);
  if (!std::string("C++23").contains("23")) return 1;
  std::cout << total << '\n';
}
