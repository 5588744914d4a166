#include <stdio.h>

char n[10001];

int main(void) {
  scanf("%10000s", n);
  /* The digits are n[0] - '0', n[1] - '0', and so on, up to the character '\0'. */
  return 0;
}
