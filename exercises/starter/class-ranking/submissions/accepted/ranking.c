#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct student {
  char name[21];
  int points;
};

static struct student students[10000];

static int compare(const void *first, const void *second) {
  const struct student *a = first, *b = second;
  return a->points != b->points ? b->points - a->points : strcmp(a->name, b->name);
}

int main(void) {
  int n;
  if (scanf("%d", &n) != 1) return 1;
  for (int i = 0; i < n; i++) {
    if (scanf("%20s %d", students[i].name, &students[i].points) != 2) return 1;
  }
  qsort(students, (size_t)n, sizeof students[0], compare);
  int rank = 1;
  for (int i = 0; i < n; i++) {
    if (i > 0 && students[i].points != students[i - 1].points) rank = i + 1;
    printf("%d %s %d\n", rank, students[i].name, students[i].points);
  }
  return 0;
}
