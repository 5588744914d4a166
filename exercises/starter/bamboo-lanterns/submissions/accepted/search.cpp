#include <iostream>
#include <vector>

int main() {
  int n;
  long long k;
  std::cin >> n >> k;
  std::vector<int> strips(n);
  for (int& strip : strips) std::cin >> strip;
  int low = 0, high = 1'000'000'001;
  while (high - low > 1) {
    const int middle = low + (high - low) / 2;
    long long sticks = 0;
    for (int strip : strips) sticks += strip / middle;
    (sticks >= k ? low : high) = middle;
  }
  std::cout << low << '\n';
}
