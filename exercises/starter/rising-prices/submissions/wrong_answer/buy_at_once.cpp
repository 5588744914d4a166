// Buys wherever the price is above the last one.
#include <iostream>

int main() {
  int n, last = 0, count = 0;
  std::cin >> n;
  while (n-- > 0) {
    int price;
    std::cin >> price;
    if (price > last) {
      last = price;
      count++;
    }
  }
  std::cout << count << '\n';
}
