#include <stdio.h>

char a[1001], b[1001];

int main(void) {
  scanf("%1000s %1000s", a, b);
  /* Print the length of the longest common dance. */
  return 0;
}
