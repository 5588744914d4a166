// Compares an output with the answer as DMOJ's checkers floats, floatsabs and floatsrel do: line by
// line without empty ones, and word by word. Where the answer has a number, the output may differ by
// the tolerance; all other words must be equal, and equal words always are.
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#ifndef PRECISION
#define PRECISION 6
#endif
#ifndef ABSOLUTE
#define ABSOLUTE 1
#endif
#ifndef RELATIVE
#define RELATIVE 1
#endif

namespace {
// A difference of exactly the tolerance, as it is written, must not fail for want of digits.
const long double TOLERANCE = std::pow(10.0L, -PRECISION) * (1 + 1e-12L);

bool next(std::istream &in, std::string &line) {
  for (line.clear();;) {
    int c = in.get();
    bool end = c == std::char_traits<char>::eof();
    if (!end && c != '\n' && c != '\r')
      line += static_cast<char>(c);
    else if (end || !line.empty())
      return !line.empty();
  }
}

bool number(const std::string &word, long double &value) {
  if (word.find_first_of("xX(") != std::string::npos) return false;
  char *end = nullptr;
  value = std::strtold(word.c_str(), &end);
  return end == word.c_str() + word.size();
}

bool same(const std::string &wanted, const std::string &found) {
  if (wanted == found) return true;
  long double answer = 0, output = 0;
  if (!number(wanted, answer) || !number(found, output)) return false;
  if (answer == output) return true;
  long double difference = std::fabs(output - answer);
  // An infinite answer is near to nothing but itself.
  return std::isfinite(difference) && ((ABSOLUTE && difference <= TOLERANCE) ||
                                       (RELATIVE && difference <= TOLERANCE * std::fabs(answer)));
}

bool sameLine(const std::string &wanted, const std::string &found) {
  std::istringstream one(wanted), other(found);
  std::string word, match;
  while (one >> word)
    if (!(other >> match) || !same(word, match)) return false;
  return !(other >> match);
}
}  // namespace

int main(int, char **arguments) {
  std::ios::sync_with_stdio(false);
  std::ifstream answer(arguments[2]);
  std::ofstream message(std::string(arguments[3]) + "judgemessage.txt");
  std::string wanted, found;
  for (long line = 1;; line++) {
    bool more = next(answer, wanted), there = next(std::cin, found);
    if (!more && !there) return 42;
    if (!more || !there || !sameLine(wanted, found)) {
      message << "Line " << line << (more ? there ? " differs." : " is missing." : " is too much.");
      return 43;
    }
  }
}
