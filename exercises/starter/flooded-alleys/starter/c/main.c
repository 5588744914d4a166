#include <stdio.h>

char town[400][401];

int main(void) {
  int rows, columns;
  scanf("%d %d", &rows, &columns);
  for (int row = 0; row < rows; row++) {
    scanf("%400s", town[row]);
  }
  /* town[row][column] is '.', '#', 'H' or 'S'. Print the least number of steps. */
  return 0;
}
