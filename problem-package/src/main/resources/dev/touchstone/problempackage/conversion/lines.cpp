// Compares an output with the answer line by line, as testlib's checkers lcmp (the words of each
// line) and fcmp (each line as it is) and DMOJ's standard (words, without blank lines) and
// rstripped (each line without blanks at its end) do. Blank lines after the last one do not matter.
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#ifndef WORDS
#define WORDS 1
#endif
#ifndef SKIP_BLANK
#define SKIP_BLANK 0
#endif
#ifndef RIGHT
#define RIGHT 0
#endif

namespace {
bool blank(const std::string &line) { return line.find_first_not_of(" \t\r") == std::string::npos; }

bool next(std::istream &in, std::string &line) {
  do {
    if (!std::getline(in, line)) return false;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (RIGHT) line.erase(line.find_last_not_of(" \t\r") + 1);
  } while (SKIP_BLANK && blank(line));
  return true;
}

bool same(const std::string &wanted, const std::string &found) {
  if (!WORDS) return wanted == found;
  std::istringstream one(wanted), other(found);
  std::string word, match;
  while (one >> word)
    if (!(other >> match) || word != match) return false;
  return !(other >> match);
}
}  // namespace

int main(int, char **arguments) {
  std::ios::sync_with_stdio(false);
  std::ifstream answer(arguments[2]);
  std::ofstream message(std::string(arguments[3]) + "judgemessage.txt");
  std::string wanted, found;
  for (long number = 1; next(answer, wanted); number++) {
    bool there = next(std::cin, found);
    if (!there && blank(wanted)) {
      // Only blank lines may be left of the answer.
      while (next(answer, wanted))
        if (!blank(wanted)) {
          message << "Line " << number << " is missing.";
          return 43;
        }
      return 42;
    }
    if (!there || !same(wanted, found)) {
      message << "Line " << number << (there ? " differs." : " is missing.");
      return 43;
    }
  }
  while (next(std::cin, found))
    if (!blank(found)) {
      message << "There is more than the answer.";
      return 43;
    }
  return 42;
}
