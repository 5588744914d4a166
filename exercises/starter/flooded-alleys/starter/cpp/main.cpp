#include <iostream>
#include <queue>
#include <string>
#include <vector>

int main() {
  int rows, columns;
  std::cin >> rows >> columns;
  std::vector<std::string> town(rows);
  for (std::string& line : town) std::cin >> line;
  // town[row][column] is '.', '#', 'H' or 'S'. Print the least number of steps.
}
