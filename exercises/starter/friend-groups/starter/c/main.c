#include <stdio.h>

int main(void) {
  int n, m;
  scanf("%d %d", &n, &m);
  for (int i = 0; i < m; i++) {
    int a, b;
    scanf("%d %d", &a, &b);
    /* a and b are friends. */
  }
  /* Print the number of groups and the size of the largest one. */
  return 0;
}
