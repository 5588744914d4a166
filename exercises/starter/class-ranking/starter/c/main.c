#include <stdio.h>

struct student {
  char name[21];
  int points;
};

struct student students[10000];

int main(void) {
  int n;
  scanf("%d", &n);
  for (int i = 0; i < n; i++) {
    scanf("%20s %d", students[i].name, &students[i].points);
  }
  /* Print rank, name and points of each student, the best one first. qsort may help. */
  return 0;
}
