#include <stdio.h>

int amounts[100000];

int main(void) {
  int n;
  long long s;
  scanf("%d %lld", &n, &s);
  for (int i = 0; i < n; i++) {
    scanf("%d", &amounts[i]);
  }
  /* Print the greatest number of consecutive days that cost at most s. */
  return 0;
}
