#include <stdio.h>
#include "sum.h"

int main(void) {
  int n;
  long long total = 0, value;
  if (scanf("%d", &n) != 1) return 1;
  while (n-- > 0 && scanf("%lld", &value) == 1) total = sum(total, value);
  printf("%lld\n", total);
  return 0;
}
