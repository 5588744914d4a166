#include <stdio.h>

int main(void) {
  int m, y;
  if (scanf("%d %d", &m, &y) != 2) return 1;
  int leap = y % 400 == 0 || (y % 4 == 0 && y % 100 != 0);
  int days = 31;
  if (m == 2) {
    days = leap ? 29 : 28;
  } else if (m == 4 || m == 6 || m == 9 || m == 11) {
    days = 30;
  }
  printf("%d\n", days);
  return 0;
}
