/* Without a priority queue: looking through all towns for the next one is quick enough. */
#include <limits.h>
#include <stdio.h>

static int next[40000], to[40000], fare[40000];
static int first[5001];
static long long paid[5001];
static char done[5001];

int main(void) {
  int n, m;
  if (scanf("%d %d", &n, &m) != 2) return 1;
  for (int town = 1; town <= n; town++) {
    first[town] = -1;
    paid[town] = LLONG_MAX;
  }
  for (int i = 0; i < m; i++) {
    int a, b, f;
    if (scanf("%d %d %d", &a, &b, &f) != 3) return 1;
    to[2 * i] = b;
    to[2 * i + 1] = a;
    fare[2 * i] = fare[2 * i + 1] = f;
    next[2 * i] = first[a];
    first[a] = 2 * i;
    next[2 * i + 1] = first[b];
    first[b] = 2 * i + 1;
  }
  paid[1] = 0;
  for (;;) {
    int town = 0;
    for (int other = 1; other <= n; other++) {
      if (!done[other] && paid[other] < LLONG_MAX && (town == 0 || paid[other] < paid[town])) {
        town = other;
      }
    }
    if (town == 0 || town == n) break;
    done[town] = 1;
    for (int line = first[town]; line >= 0; line = next[line]) {
      if (paid[town] + fare[line] < paid[to[line]]) paid[to[line]] = paid[town] + fare[line];
    }
  }
  printf("%lld\n", paid[n] == LLONG_MAX ? -1 : paid[n]);
  return 0;
}
