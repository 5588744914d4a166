#include <iostream>
#include <vector>

struct Item {
  int cost, joy;
};

int main() {
  int n, w;
  std::cin >> n >> w;
  std::vector<Item> items(n);
  for (Item& item : items) std::cin >> item.cost >> item.joy;
  // Print the greatest sum of joy for at most w.
}
