/* More memory than many judges give by default, and less than the format's 2 GiB. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  int number;
  char *block = malloc(400 << 20);
  if (!block || scanf("%d", &number) != 1) return 1;
  memset(block, 1, 400 << 20);
  printf("%d\n", number + block[number]);
}
