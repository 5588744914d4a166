// Compares an output with the answer line by line, as DMOJ's checker linecount does: each line of
// the answer that the output has at the same place earns its share. More lines than the answer has
// are wrong. Empty lines do not count, and white space around a line does not matter.
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {
std::string stripped(const std::string &line) {
  std::string::size_type first = line.find_first_not_of(" \t\v\f");
  if (first == std::string::npos) return "";
  return line.substr(first, line.find_last_not_of(" \t\v\f") - first + 1);
}

std::vector<std::string> lines(std::istream &in) {
  std::vector<std::string> all;
  std::string line;
  for (int c = in.get();; c = in.get()) {
    bool end = c == std::char_traits<char>::eof();
    if (end || c == '\n' || c == '\r') {
      if (!line.empty()) all.push_back(stripped(line));
      if (end) return all;
      line.clear();
    } else {
      line += static_cast<char>(c);
    }
  }
}
}  // namespace

int main(int count, char **arguments) {
  std::ios::sync_with_stdio(false);
  std::ifstream answer(arguments[2]);
  std::string feedback(arguments[3]);
  std::vector<std::string> wanted = lines(answer), found = lines(std::cin);
  std::ofstream message(feedback + "judgemessage.txt");
  if (found.size() > wanted.size()) {
    message << "There are more lines than in the answer.";
    return 43;
  }
  std::size_t right = 0;
  for (std::size_t i = 0; i < found.size(); i++) right += wanted[i] == found[i];
  if (right == wanted.size()) return 42;
  message << right << " of " << wanted.size() << " lines are right.";
  bool partial = count > 4 && std::string(arguments[4]) == "partial";
  if (!partial || right == 0) return 43;
  std::ofstream(feedback + "score_multiplier.txt")
      << static_cast<double>(right) / static_cast<double>(wanted.size());
  return 42;
}
