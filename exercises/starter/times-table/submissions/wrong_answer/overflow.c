/* 32 bits are too few for the product. */
#include <stdio.h>

int main(void) {
  unsigned n, k;
  if (scanf("%u %u", &n, &k) != 2) return 1;
  for (unsigned i = 1; i <= k; i++) {
    printf("%u x %u = %u\n", n, i, n * i);
  }
  return 0;
}
