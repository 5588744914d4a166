#include <stdio.h>

static char town[402][403];
static int distance[402][403];
static int queue[160000][2];

int main(void) {
  int rows, columns, head = 0, tail = 0;
  if (scanf("%d %d", &rows, &columns) != 2) return 1;
  for (int row = 1; row <= rows; row++) {
    if (scanf("%400s", &town[row][1]) != 1) return 1;
    for (int column = 1; column <= columns; column++) {
      distance[row][column] = -1;
      if (town[row][column] == 'H') {
        distance[row][column] = 0;
        queue[tail][0] = row;
        queue[tail++][1] = column;
      }
    }
  }
  static const int moves[4][2] = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};
  while (head < tail) {
    int row = queue[head][0], column = queue[head++][1];
    if (town[row][column] == 'S') {
      printf("%d\n", distance[row][column]);
      return 0;
    }
    for (int i = 0; i < 4; i++) {
      int r = row + moves[i][0], c = column + moves[i][1];
      /* Outside of the map the distance is 0, not -1. */
      if (town[r][c] != '#' && distance[r][c] < 0) {
        distance[r][c] = distance[row][column] + 1;
        queue[tail][0] = r;
        queue[tail++][1] = c;
      }
    }
  }
  puts("-1");
  return 0;
}
