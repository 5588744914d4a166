#include <stdio.h>

static int next[20000], to[20000], first[10001], missing[10001], order[10000];

int main(void) {
  int n, m;
  if (scanf("%d %d", &n, &m) != 2) return 1;
  for (int lesson = 1; lesson <= n; lesson++) first[lesson] = -1;
  for (int i = 0; i < m; i++) {
    int a;
    if (scanf("%d %d", &a, &to[i]) != 2) return 1;
    next[i] = first[a];
    first[a] = i;
    missing[to[i]]++;
  }
  int known = 0;
  for (int lesson = 1; lesson <= n; lesson++) {
    if (missing[lesson] == 0) order[known++] = lesson;
  }
  for (int i = 0; i < known; i++) {
    for (int rule = first[order[i]]; rule >= 0; rule = next[rule]) {
      if (--missing[to[rule]] == 0) order[known++] = to[rule];
    }
  }
  if (known < n) {
    puts("IMPOSSIBLE");
    return 0;
  }
  for (int i = 0; i < n; i++) printf("%d%c", order[i], i + 1 < n ? ' ' : '\n');
  return 0;
}
