#include <iostream>
#include <string>

int main() {
  std::string a, b;
  std::cin >> a >> b;
  // Print the length of the longest common dance.
}
