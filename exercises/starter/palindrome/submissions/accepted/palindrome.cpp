#include <cctype>
#include <iostream>
#include <string>

int main() {
  std::string line, letters;
  std::getline(std::cin, line);
  for (unsigned char character : line) {
    if (std::isalnum(character)) letters += static_cast<char>(std::tolower(character));
  }
  const std::string reversed(letters.rbegin(), letters.rend());
  std::cout << (letters == reversed ? "YES" : "NO") << '\n';
}
