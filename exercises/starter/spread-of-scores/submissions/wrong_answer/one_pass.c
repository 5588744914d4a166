/* The mean of the squares less the square of the mean: both are near 10^18 and cancel. */
#include <math.h>
#include <stdio.h>

int main(void) {
  int n;
  double sum = 0, squares = 0;
  if (scanf("%d", &n) != 1) return 1;
  for (int i = 0; i < n; i++) {
    double score;
    if (scanf("%lf", &score) != 1) return 1;
    sum += score;
    squares += score * score;
  }
  double mean = sum / n;
  printf("%.9f %.9f\n", mean, sqrt(squares / n - mean * mean));
  return 0;
}
