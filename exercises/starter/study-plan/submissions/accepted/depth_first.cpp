// Depth first: a lesson is put in front when all later ones are placed.
#include <algorithm>
#include <iostream>
#include <vector>

enum State { unseen, open, placed };

std::vector<std::vector<int>> later;
std::vector<State> state;
std::vector<int> order;

bool place(int lesson) {
  state[lesson] = open;
  for (int other : later[lesson]) {
    if (state[other] == open || (state[other] == unseen && !place(other))) return false;
  }
  state[lesson] = placed;
  order.push_back(lesson);
  return true;
}

int main() {
  std::ios::sync_with_stdio(false);
  int n, m;
  std::cin >> n >> m;
  later.resize(n + 1);
  state.resize(n + 1);
  while (m-- > 0) {
    int a, b;
    std::cin >> a >> b;
    later[a].push_back(b);
  }
  for (int lesson = 1; lesson <= n; lesson++) {
    if (state[lesson] == unseen && !place(lesson)) {
      std::cout << "IMPOSSIBLE\n";
      return 0;
    }
  }
  std::reverse(order.begin(), order.end());
  for (int lesson : order) std::cout << lesson << ' ';
  std::cout << '\n';
}
