#include <iostream>
#include <string>

int main() {
  std::string line;
  std::getline(std::cin, line);
  // Print YES or NO. std::isalnum and std::tolower of <cctype> may help.
}
