#include <iostream>
#include <vector>

int main() {
  int n;
  long long k;
  std::cin >> n >> k;
  std::vector<int> strips(n);
  for (int& strip : strips) std::cin >> strip;
  // Print the greatest length of a stick.
}
