// Computes the same again and again.
#include <algorithm>
#include <iostream>
#include <string>

std::string a, b;

int longest(std::size_t i, std::size_t j) {
  if (i == 0 || j == 0) return 0;
  if (a[i - 1] == b[j - 1]) return longest(i - 1, j - 1) + 1;
  return std::max(longest(i - 1, j), longest(i, j - 1));
}

int main() {
  std::cin >> a >> b;
  std::cout << longest(a.size(), b.size()) << '\n';
}
