#include <stdio.h>

int a[20000], b[20000], fare[20000];

int main(void) {
  int n, m;
  scanf("%d %d", &n, &m);
  for (int i = 0; i < m; i++) {
    scanf("%d %d %d", &a[i], &b[i], &fare[i]);
  }
  /* Print the least sum of fares from 1 to n. */
  return 0;
}
