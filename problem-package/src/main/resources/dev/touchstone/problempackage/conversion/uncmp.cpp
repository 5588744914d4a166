// Compares the numbers of an output with those of the answer in any order, as testlib's checker
// uncmp does.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {
// Testlib takes no plus sign and no leading zeros, so equal numbers are equal words.
std::vector<std::string> words(std::istream &in) {
  std::vector<std::string> all;
  for (std::string word; in >> word;) all.push_back(word);
  std::sort(all.begin(), all.end());
  return all;
}
}  // namespace

int main(int, char **arguments) {
  std::ios::sync_with_stdio(false);
  std::ifstream answer(arguments[2]);
  std::ofstream message(std::string(arguments[3]) + "judgemessage.txt");
  if (words(answer) == words(std::cin)) return 42;
  message << "The numbers differ.";
  return 43;
}
