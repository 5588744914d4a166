#include <stdio.h>

enum { TOP = 1000000 };
static char composite[TOP + 1];
static int primes_up_to[TOP + 1];

int main(void) {
  for (int number = 2; number <= TOP; number++) {
    primes_up_to[number] = primes_up_to[number - 1] + !composite[number];
    if (!composite[number]) {
      for (long long other = (long long)number * number; other <= TOP; other += number) {
        composite[other] = 1;
      }
    }
  }
  int q;
  if (scanf("%d", &q) != 1) return 1;
  while (q-- > 0) {
    int l, r;
    if (scanf("%d %d", &l, &r) != 2) return 1;
    printf("%d\n", primes_up_to[r] - primes_up_to[l - 1]);
  }
  return 0;
}
