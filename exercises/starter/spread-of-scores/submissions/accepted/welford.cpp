// In one pass, but without large differences: B. P. Welford's method of 1962.
#include <cmath>
#include <iomanip>
#include <iostream>

int main() {
  int n;
  std::cin >> n;
  double mean = 0, squares = 0;
  for (int i = 1; i <= n; i++) {
    double score;
    std::cin >> score;
    const double before = score - mean;
    mean += before / i;
    squares += before * (score - mean);
  }
  std::cout << std::fixed << std::setprecision(9) << mean << ' ' << std::sqrt(squares / n) << '\n';
}
