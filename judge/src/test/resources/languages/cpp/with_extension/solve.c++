#include <iostream>

int main() {
  int count, sum = 0, number;
  for (std::cin >> count; count-- && std::cin >> number;) sum += number;
  std::cout << sum << "\n";
}
