#include <stdio.h>

int main(void) {
  long long n;
  int k;
  scanf("%lld %d", &n, &k);
  /* Print k lines such as: 7 x 1 = 7 */
  return 0;
}
