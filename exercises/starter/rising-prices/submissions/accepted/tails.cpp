#include <algorithm>
#include <iostream>
#include <vector>

int main() {
  std::ios::sync_with_stdio(false);
  int n;
  std::cin >> n;
  std::vector<int> tails;
  while (n-- > 0) {
    int price;
    std::cin >> price;
    const auto place = std::lower_bound(tails.begin(), tails.end(), price);
    if (place == tails.end()) {
      tails.push_back(price);
    } else {
      *place = price;
    }
  }
  std::cout << tails.size() << '\n';
}
