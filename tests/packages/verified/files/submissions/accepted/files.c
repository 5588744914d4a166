#include <stdio.h>
int main(void) {
  int number;
  if (!freopen("next.inp", "r", stdin) || !freopen("next.out", "w", stdout)) return 1;
  if (scanf("%d", &number) == 1) printf("%d\n", number + 1);
  return 0;
}
