#include <stdio.h>

int pages[50000];

int main(void) {
  int n, k, m;
  scanf("%d %d %d", &n, &k, &m);
  for (int i = 0; i < n; i++) {
    scanf("%d", &pages[i]);
  }
  /* Nam is pages[m - 1]. */
  return 0;
}
