#include <iostream>

int main() {
  int m, y;
  std::cin >> m >> y;
  // Print the number of days of month m in year y.
}
