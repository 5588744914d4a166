#include <iostream>
#include <map>

int main() {
  std::ios::sync_with_stdio(false);
  int n, s;
  std::cin >> n >> s;
  std::map<int, int> seen;
  long long pairs = 0;
  while (n-- > 0) {
    int price;
    std::cin >> price;
    const auto others = seen.find(s - price);
    if (others != seen.end()) pairs += others->second;
    seen[price]++;
  }
  std::cout << pairs << '\n';
}
