#include <stdio.h>

char line[100002];

int main(void) {
  fgets(line, sizeof line, stdin);
  /* Print YES or NO. isalnum and tolower of <ctype.h> may help. */
  return 0;
}
