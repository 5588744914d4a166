#include <iostream>

int main() {
  long long a, b;
  std::cin >> a >> b;
  // Print their sum.
}
