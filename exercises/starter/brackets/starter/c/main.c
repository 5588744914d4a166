#include <stdio.h>

char line[100001];

int main(void) {
  scanf("%100000s", line);
  /* Print 0, or the position of the first wrong bracket, or the length + 1. */
  return 0;
}
