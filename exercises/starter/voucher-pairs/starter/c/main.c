#include <stdio.h>

int prices[100000];

int main(void) {
  int n, s;
  scanf("%d %d", &n, &s);
  for (int i = 0; i < n; i++) {
    scanf("%d", &prices[i]);
  }
  /* Print the number of pairs of articles that cost exactly s together. */
  return 0;
}
