// Skips spaces, but no other marks.
#include <cctype>
#include <iostream>
#include <string>

int main() {
  std::string word, letters;
  while (std::cin >> word) {
    for (unsigned char character : word) letters += static_cast<char>(std::tolower(character));
  }
  const std::string reversed(letters.rbegin(), letters.rend());
  std::cout << (letters == reversed ? "YES" : "NO") << '\n';
}
