#include <stdio.h>

static long long best[5001]; /* by money, with the items so far */

int main(void) {
  int n, w;
  if (scanf("%d %d", &n, &w) != 2) return 1;
  while (n-- > 0) {
    int cost, joy;
    if (scanf("%d %d", &cost, &joy) != 2) return 1;
    for (int money = w; money >= cost; money--) {
      if (best[money - cost] + joy > best[money]) best[money] = best[money - cost] + joy;
    }
  }
  printf("%lld\n", best[w]);
  return 0;
}
