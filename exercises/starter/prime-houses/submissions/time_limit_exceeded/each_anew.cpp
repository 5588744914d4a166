// Tries all divisors of all numbers of every section.
#include <iostream>

bool is_prime(int number) {
  for (int divisor = 2; divisor * divisor <= number; divisor++) {
    if (number % divisor == 0) return false;
  }
  return number > 1;
}

int main() {
  int q;
  std::cin >> q;
  while (q-- > 0) {
    int l, r, count = 0;
    std::cin >> l >> r;
    for (int number = l; number <= r; number++) count += is_prime(number);
    std::cout << count << '\n';
  }
}
