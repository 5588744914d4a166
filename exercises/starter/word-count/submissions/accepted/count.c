#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char words[60001][51];

static int compare(const void *a, const void *b) { return strcmp(a, b); }

int main(void) {
  int count = 0;
  while (scanf("%50s", words[count]) == 1) count++;
  qsort(words, (size_t)count, sizeof words[0], compare);
  int best = 0, most = 0;
  for (int start = 0, end; start < count; start = end) {
    for (end = start; end < count && strcmp(words[start], words[end]) == 0; end++) {
    }
    if (end - start > most) {
      most = end - start;
      best = start;
    }
  }
  printf("%d\n%s %d\n", count, words[best], most);
  return 0;
}
