// Compares how often each character occurs in an output and in the answer, as DMOJ's checker easy
// does: order, white space and the case of Latin letters do not matter.
#include <array>
#include <cctype>
#include <fstream>
#include <iostream>
#include <string>

namespace {
std::array<long, 256> counts(std::istream &in) {
  std::array<long, 256> all{};
  for (int c = in.get(); c != std::char_traits<char>::eof(); c = in.get())
    if (!std::isspace(c)) all[static_cast<std::size_t>(std::tolower(c))]++;
  return all;
}
}  // namespace

int main(int, char **arguments) {
  std::ios::sync_with_stdio(false);
  std::ifstream answer(arguments[2]);
  if (counts(answer) == counts(std::cin)) return 42;
  std::ofstream(std::string(arguments[3]) + "judgemessage.txt") << "The characters differ.";
  return 43;
}
