#include <stdio.h>
#include "next.h"
int main(void) {
  int n;
  if (!freopen("next.inp", "r", stdin) || !freopen("next.out", "w", stdout)) return 1;
  if (scanf("%d", &n) == 1) printf("%d\n", next_number(n));
}
