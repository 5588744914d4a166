#include <iostream>
#include <string>

int main() {
  std::string word;
  while (std::cin >> word) {
    // Count the word.
  }
  // Print the number of words, then the most frequent one and how often it occurs.
}
