#include <stdio.h>
#include "next.h"
int main(void) {
  int number;
  if (scanf("%d", &number) != 1) return 1;
  printf("%d\n", next_number(number));
}
