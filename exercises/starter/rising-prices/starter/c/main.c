#include <stdio.h>

int prices[50000];

int main(void) {
  int n;
  scanf("%d", &n);
  for (int i = 0; i < n; i++) {
    scanf("%d", &prices[i]);
  }
  /* Print the greatest number of fruits. */
  return 0;
}
