#include <iostream>
#include <string>

int main() {
  std::string line;
  std::cin >> line;
  // Print 0, or the position of the first wrong bracket, or the length + 1.
}
