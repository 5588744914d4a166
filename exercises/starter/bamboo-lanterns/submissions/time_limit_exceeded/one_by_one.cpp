// Tries every length, the greatest first.
#include <algorithm>
#include <iostream>
#include <vector>

int main() {
  int n;
  long long k;
  std::cin >> n >> k;
  std::vector<int> strips(n);
  for (int& strip : strips) std::cin >> strip;
  int length = *std::max_element(strips.begin(), strips.end());
  for (; length > 0; length--) {
    long long sticks = 0;
    for (int strip : strips) sticks += strip / length;
    if (sticks >= k) break;
  }
  std::cout << length << '\n';
}
