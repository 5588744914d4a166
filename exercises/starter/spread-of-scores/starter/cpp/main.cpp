#include <cmath>
#include <iomanip>
#include <iostream>
#include <vector>

int main() {
  int n;
  std::cin >> n;
  std::vector<double> scores(n);
  for (double& score : scores) std::cin >> score;
  std::cout << std::fixed << std::setprecision(9);
  // Print the mean and the standard deviation.
}
