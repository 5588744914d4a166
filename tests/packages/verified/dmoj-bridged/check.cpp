#include <fstream>

int main(int, char **arguments) {
  int found = 0, wanted = 1;
  std::ifstream(arguments[2]) >> found;
  std::ifstream(arguments[3]) >> wanted;
  return found == wanted ? 0 : 1;
}
