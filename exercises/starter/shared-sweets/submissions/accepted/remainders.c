#include <stdio.h>

static int seen[100000];

int main(void) {
  int n, k;
  if (scanf("%d %d", &n, &k) != 2) return 1;
  long long ways = 0, remainder = 0;
  seen[0] = 1;
  for (int i = 0; i < n; i++) {
    int box;
    if (scanf("%d", &box) != 1) return 1;
    remainder = (remainder + box) % k;
    ways += seen[remainder]++;
  }
  printf("%lld\n", ways);
  return 0;
}
