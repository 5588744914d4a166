#include <stdio.h>
int main(int count, char **arguments) {
  int number, found;
  FILE *input = fopen(arguments[1], "r");
  if (count < 4 || !input || fscanf(input, "%d", &number) != 1) return 1;
  return scanf("%d", &found) == 1 && found > number ? 42 : 43;
}
