#include "testlib.h"

int main(int, char **arguments) {
  int number, reply;
  std::ifstream(arguments[1]) >> number;
  std::cout << number << std::endl;
  if (!(std::cin >> reply)) return 2;
  std::ofstream(arguments[2]) << reply;
  return 0;
}
