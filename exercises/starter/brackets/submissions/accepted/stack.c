#include <stdio.h>

static char line[100001];
static char stack[100001];

int main(void) {
  if (scanf("%100000s", line) != 1) return 1;
  int depth = 0, i;
  for (i = 0; line[i] != '\0'; i++) {
    switch (line[i]) {
      case '(': stack[depth++] = ')'; break;
      case '[': stack[depth++] = ']'; break;
      case '{': stack[depth++] = '}'; break;
      default:
        if (depth == 0 || stack[--depth] != line[i]) {
          printf("%d\n", i + 1);
          return 0;
        }
    }
  }
  printf("%d\n", depth == 0 ? 0 : i + 1);
  return 0;
}
