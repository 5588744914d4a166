#include <stdio.h>

int boxes[100000];

int main(void) {
  int n, k;
  scanf("%d %d", &n, &k);
  for (int i = 0; i < n; i++) {
    scanf("%d", &boxes[i]);
  }
  /* Print the number of ways to choose neighbouring boxes. */
  return 0;
}
