#include <stdio.h>

static char n[10001];

int main(void) {
  if (scanf("%10000s", n) != 1) return 1;
  int value = n[0] - '0', steps = 0;
  if (n[1] != '\0') {
    value = 0;
    for (int i = 0; n[i] != '\0'; i++) value += n[i] - '0';
    steps = 1;
  }
  while (value > 9) {
    int sum = 0;
    for (; value > 0; value /= 10) sum += value % 10;
    value = sum;
    steps++;
  }
  printf("%d %d\n", value, steps);
  return 0;
}
