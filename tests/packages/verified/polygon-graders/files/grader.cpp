#include <fstream>
#include "next.h"
int main() {
  int n;
  std::ifstream("next.inp") >> n;
  std::ofstream("next.out") << next_number(n) << "\n";
}
