#include <iostream>
#include <vector>

int main() {
  int n;
  std::cin >> n;
  std::vector<int> prices(n);
  for (int& price : prices) std::cin >> price;
  // Print the greatest number of fruits.
}
