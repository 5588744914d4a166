#include <stdio.h>

int cost[100], joy[100];

int main(void) {
  int n, w;
  scanf("%d %d", &n, &w);
  for (int i = 0; i < n; i++) {
    scanf("%d %d", &cost[i], &joy[i]);
  }
  /* Print the greatest sum of joy for at most w. */
  return 0;
}
