#include <stdio.h>

int main(void) {
  long long n;
  int k;
  if (scanf("%lld %d", &n, &k) != 2) return 1;
  for (int i = 1; i <= k; i++) {
    printf("%lld x %d = %lld\n", n, i, n * i);
  }
  return 0;
}
