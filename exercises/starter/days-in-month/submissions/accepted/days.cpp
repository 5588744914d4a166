#include <iostream>

int main() {
  int m, y;
  std::cin >> m >> y;
  const bool leap = y % 400 == 0 || (y % 4 == 0 && y % 100 != 0);
  const int days[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  std::cout << days[m - 1] << '\n';
}
