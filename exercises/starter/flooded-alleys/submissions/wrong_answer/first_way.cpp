// Goes deep first: finds a way, but not always the shortest one.
#include <iostream>
#include <stack>
#include <string>
#include <utility>
#include <vector>

int main() {
  int rows, columns;
  std::cin >> rows >> columns;
  std::vector<std::string> town(rows);
  std::vector<std::vector<int>> distance(rows, std::vector<int>(columns, -1));
  std::stack<std::pair<int, int>> stack;
  for (int row = 0; row < rows; row++) {
    std::cin >> town[row];
    const auto home = town[row].find('H');
    if (home != std::string::npos) {
      distance[row][home] = 0;
      stack.emplace(row, home);
    }
  }
  const int moves[4][2] = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};
  while (!stack.empty()) {
    const auto [row, column] = stack.top();
    stack.pop();
    if (town[row][column] == 'S') {
      std::cout << distance[row][column] << '\n';
      return 0;
    }
    for (const auto& [down, right] : moves) {
      const int r = row + down, c = column + right;
      if (r < 0 || c < 0 || r >= rows || c >= columns) continue;
      if (town[r][c] == '#' || distance[r][c] >= 0) continue;
      distance[r][c] = distance[row][column] + 1;
      stack.emplace(r, c);
    }
  }
  std::cout << -1 << '\n';
}
