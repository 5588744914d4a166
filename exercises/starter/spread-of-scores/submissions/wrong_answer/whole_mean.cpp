// Divides integers, so that the mean loses its fraction.
#include <cmath>
#include <iomanip>
#include <iostream>
#include <vector>

int main() {
  int n;
  std::cin >> n;
  std::vector<long long> scores(n);
  long long sum = 0;
  for (long long& score : scores) {
    std::cin >> score;
    sum += score;
  }
  const double mean = sum / n;
  double squares = 0;
  for (long long score : scores) squares += (score - mean) * (score - mean);
  std::cout << std::fixed << std::setprecision(9) << mean << ' ' << std::sqrt(squares / n) << '\n';
}
