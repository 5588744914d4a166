#include <stdio.h>

static int parent[20001], size[20001];

static int leader(int student) {
  while (parent[student] != student) {
    parent[student] = parent[parent[student]];
    student = parent[student];
  }
  return student;
}

int main(void) {
  int n, m;
  if (scanf("%d %d", &n, &m) != 2) return 1;
  for (int i = 1; i <= n; i++) {
    parent[i] = i;
    size[i] = 1;
  }
  int groups = n, largest = 1;
  while (m-- > 0) {
    int a, b;
    if (scanf("%d %d", &a, &b) != 2) return 1;
    a = leader(a);
    b = leader(b);
    if (a == b) continue;
    if (size[a] < size[b]) {
      int other = a;
      a = b;
      b = other;
    }
    parent[b] = a;
    size[a] += size[b];
    if (size[a] > largest) largest = size[a];
    groups--;
  }
  printf("%d %d\n", groups, largest);
  return 0;
}
