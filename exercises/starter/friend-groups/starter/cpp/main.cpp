#include <iostream>
#include <vector>

int main() {
  int n, m;
  std::cin >> n >> m;
  for (int i = 0; i < m; i++) {
    int a, b;
    std::cin >> a >> b;
    // a and b are friends.
  }
  // Print the number of groups and the size of the largest one.
}
