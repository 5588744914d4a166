/* Forgets to count: i stays 1. */
#include <stdio.h>

int main(void) {
  long long n;
  int k;
  if (scanf("%lld %d", &n, &k) != 2) return 1;
  int i = 1;
  while (i <= k) {
    printf("%lld x %d = %lld\n", n, i, n * i);
  }
  return 0;
}
