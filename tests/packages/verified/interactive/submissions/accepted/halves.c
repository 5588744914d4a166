#include <stdio.h>
#include <string.h>

int main(void) {
  int least = 1, most = 100;
  char answer[16];
  for (;;) {
    int guess = (least + most) / 2;
    printf("%d\n", guess);
    fflush(stdout);
    if (scanf("%15s", answer) != 1) return 1;
    if (strcmp(answer, "right") == 0) break;
    if (strcmp(answer, "lower") == 0) most = guess - 1;
    else least = guess + 1;
  }
  /* The end of the input must come. */
  if (scanf("%15s", answer) == EOF) printf("done\n");
  return 0;
}
