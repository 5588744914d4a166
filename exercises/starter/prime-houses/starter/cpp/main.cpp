#include <iostream>

int main() {
  int q;
  std::cin >> q;
  for (int i = 0; i < q; i++) {
    int l, r;
    std::cin >> l >> r;
    // Print the number of primes from l to r.
  }
}
