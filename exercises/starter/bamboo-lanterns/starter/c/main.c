#include <stdio.h>

int strips[10000];

int main(void) {
  int n;
  long long k;
  scanf("%d %lld", &n, &k);
  for (int i = 0; i < n; i++) {
    scanf("%d", &strips[i]);
  }
  /* Print the greatest length of a stick. */
  return 0;
}
