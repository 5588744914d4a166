#include <math.h>
#include <stdio.h>

static double scores[10000];

int main(void) {
  int n;
  double mean = 0, squares = 0;
  if (scanf("%d", &n) != 1) return 1;
  for (int i = 0; i < n; i++) {
    if (scanf("%lf", &scores[i]) != 1) return 1;
    mean += scores[i];
  }
  mean /= n;
  for (int i = 0; i < n; i++) squares += (scores[i] - mean) * (scores[i] - mean);
  printf("%.9f %.9f\n", mean, sqrt(squares / n));
  return 0;
}
