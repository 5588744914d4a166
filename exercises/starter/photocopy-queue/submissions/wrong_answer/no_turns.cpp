// Lets each student copy everything at once.
#include <iostream>

int main() {
  int n, k, m, made = 0;
  std::cin >> n >> k >> m;
  while (m-- > 0) {
    int pages;
    std::cin >> pages;
    made += pages;
  }
  std::cout << made << '\n';
}
