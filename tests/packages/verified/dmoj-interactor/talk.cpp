#include "testlib.h"

int main(int, char **arguments) {
  int number, reply;
  std::ifstream(arguments[1]) >> number;
  std::cout << number << std::endl;
  return std::cin >> reply && reply == number + 1 ? 0 : 1;
}
