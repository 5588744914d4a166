/* 32 bits are too few for the sum of joy. */
#include <stdio.h>

static unsigned best[5001];

int main(void) {
  int n, w;
  if (scanf("%d %d", &n, &w) != 2) return 1;
  while (n-- > 0) {
    int cost;
    unsigned joy;
    if (scanf("%d %u", &cost, &joy) != 2) return 1;
    for (int money = w; money >= cost; money--) {
      if (best[money - cost] + joy > best[money]) best[money] = best[money - cost] + joy;
    }
  }
  printf("%u\n", best[w]);
  return 0;
}
