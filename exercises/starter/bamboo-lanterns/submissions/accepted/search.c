#include <stdio.h>

static int strips[10000];

int main(void) {
  int n;
  long long k;
  if (scanf("%d %lld", &n, &k) != 2) return 1;
  for (int i = 0; i < n; i++) {
    if (scanf("%d", &strips[i]) != 1) return 1;
  }
  int low = 0, high = 1000000001;
  while (high - low > 1) {
    int middle = low + (high - low) / 2;
    long long sticks = 0;
    for (int i = 0; i < n; i++) sticks += strips[i] / middle;
    if (sticks >= k) {
      low = middle;
    } else {
      high = middle;
    }
  }
  printf("%d\n", low);
  return 0;
}
