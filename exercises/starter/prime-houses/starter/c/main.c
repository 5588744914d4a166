#include <stdio.h>

int main(void) {
  int q;
  scanf("%d", &q);
  for (int i = 0; i < q; i++) {
    int l, r;
    scanf("%d %d", &l, &r);
    /* Print the number of primes from l to r. */
  }
  return 0;
}
