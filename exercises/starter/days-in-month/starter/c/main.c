#include <stdio.h>

int main(void) {
  int m, y;
  scanf("%d %d", &m, &y);
  /* Print the number of days of month m in year y. */
  return 0;
}
