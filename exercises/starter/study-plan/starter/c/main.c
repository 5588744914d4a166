#include <stdio.h>

int main(void) {
  int n, m;
  scanf("%d %d", &n, &m);
  for (int i = 0; i < m; i++) {
    int a, b;
    scanf("%d %d", &a, &b);
    /* Lesson a must come before lesson b. */
  }
  /* Print the lessons in order, or IMPOSSIBLE. */
  return 0;
}
