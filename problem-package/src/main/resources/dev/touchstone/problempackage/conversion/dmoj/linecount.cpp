// Compares an output with the answer line by line, as DMOJ's checker linecount does: outputs with
// as many lines earn the share of the lines that are right, others nothing.
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {
std::vector<std::string> lines(std::istream &in) {
  std::vector<std::string> all;
  for (std::string line; std::getline(in, line);) {
    std::string::size_type first = line.find_first_not_of(" \t\r");
    if (first != std::string::npos)
      all.push_back(line.substr(first, line.find_last_not_of(" \t\r") - first + 1));
  }
  return all;
}
}  // namespace

int main(int count, char **arguments) {
  std::ios::sync_with_stdio(false);
  std::ifstream answer(arguments[2]);
  std::string feedback(arguments[3]);
  std::vector<std::string> wanted = lines(answer), found = lines(std::cin);
  std::size_t right = 0;
  if (wanted.size() == found.size())
    for (std::size_t i = 0; i < wanted.size(); i++) right += wanted[i] == found[i];
  if (wanted.size() == found.size() && right == wanted.size()) return 42;
  std::ofstream(feedback + "judgemessage.txt")
      << right << " of " << wanted.size() << " lines are right.";
  bool partial = count > 4 && std::string(arguments[4]) == "partial";
  if (!partial || right == 0) return 43;
  std::ofstream(feedback + "score_multiplier.txt")
      << static_cast<double>(right) / static_cast<double>(wanted.size());
  return 42;
}
