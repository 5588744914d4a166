#include <stdio.h>

static int amounts[100000];

int main(void) {
  int n, first = 0, best = 0;
  long long s, total = 0;
  if (scanf("%d %lld", &n, &s) != 2) return 1;
  for (int last = 0; last < n; last++) {
    if (scanf("%d", &amounts[last]) != 1) return 1;
    total += amounts[last];
    while (total > s) total -= amounts[first++];
    if (last - first + 1 > best) best = last - first + 1;
  }
  printf("%d\n", best);
  return 0;
}
