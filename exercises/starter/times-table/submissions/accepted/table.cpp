#include <iostream>

int main() {
  long long n;
  int k;
  std::cin >> n >> k;
  for (int i = 1; i <= k; i++) {
    std::cout << n << " x " << i << " = " << n * i << '\n';
  }
}
