#include <iostream>

int main() {
  long long n;
  int k;
  std::cin >> n >> k;
  // Print k lines such as: 7 x 1 = 7
}
