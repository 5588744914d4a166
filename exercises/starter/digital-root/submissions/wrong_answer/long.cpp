// 64 bits hold 18 digits.
#include <iostream>

int main() {
  long long n;
  std::cin >> n;
  int steps = 0;
  while (n > 9) {
    long long sum = 0;
    for (; n > 0; n /= 10) sum += n % 10;
    n = sum;
    steps++;
  }
  std::cout << n << ' ' << steps << '\n';
}
