#include <stdio.h>

static int tails[50000]; /* tails[k] is the least price that k + 1 rising fruits can end with */

int main(void) {
  int n, length = 0;
  if (scanf("%d", &n) != 1) return 1;
  while (n-- > 0) {
    int price, low = 0, high = length;
    if (scanf("%d", &price) != 1) return 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (tails[middle] < price) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    tails[low] = price;
    if (low == length) length++;
  }
  printf("%d\n", length);
  return 0;
}
