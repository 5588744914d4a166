#include <math.h>
#include <stdio.h>

double scores[10000];

int main(void) {
  int n;
  scanf("%d", &n);
  for (int i = 0; i < n; i++) {
    scanf("%lf", &scores[i]);
  }
  /* Print the mean and the standard deviation. %.9f prints nine digits. */
  return 0;
}
