/* Without a queue: the order never changes, so each round is one walk over all students. */
#include <stdio.h>

static int pages[50000];

int main(void) {
  int n, k, m;
  if (scanf("%d %d %d", &n, &k, &m) != 3) return 1;
  for (int i = 0; i < n; i++) {
    if (scanf("%d", &pages[i]) != 1) return 1;
  }
  int made = 0;
  for (int i = 0; pages[m - 1] > 0; i = (i + 1) % n) {
    int copied = pages[i] < k ? pages[i] : k;
    made += copied;
    pages[i] -= copied;
  }
  printf("%d\n", made);
  return 0;
}
