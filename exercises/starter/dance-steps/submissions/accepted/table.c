#include <stdio.h>
#include <string.h>

static char a[1001], b[1001];
static int longest[1001][1001]; /* of the first i steps of a and the first j steps of b */

int main(void) {
  if (scanf("%1000s %1000s", a, b) != 2) return 1;
  int n = (int)strlen(a), m = (int)strlen(b);
  for (int i = 1; i <= n; i++) {
    for (int j = 1; j <= m; j++) {
      if (a[i - 1] == b[j - 1]) {
        longest[i][j] = longest[i - 1][j - 1] + 1;
      } else {
        int up = longest[i - 1][j], left = longest[i][j - 1];
        longest[i][j] = up > left ? up : left;
      }
    }
  }
  printf("%d\n", longest[n][m]);
  return 0;
}
