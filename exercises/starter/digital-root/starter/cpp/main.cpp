#include <iostream>
#include <string>

int main() {
  std::string n;
  std::cin >> n;
  // The digits are n[0] - '0', n[1] - '0', and so on.
}
