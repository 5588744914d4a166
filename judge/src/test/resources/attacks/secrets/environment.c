// attack: looks for secrets in environments; expect: AC
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
extern char **environ;
static int known(const char *s) {
  const char *names[] = {"PATH=", "HOME=/tmp", "LANG=C.UTF-8", "PWD=/box"};
  for (int i = 0; i < 4; i++) if (strncmp(s, names[i], strlen(names[i])) == 0) return 1;
  return 0;
}
int main(void) {
  for (char **e = environ; *e; e++) if (!known(*e)) printf("BREACH: %s\n", *e);
  char all[65536]; FILE *f = fopen("/proc/1/environ", "r");
  size_t n = f ? fread(all, 1, sizeof all - 1, f) : 0; all[n] = 0;
  for (char *p = all; p < all + n; p += strlen(p) + 1) if (!known(p)) printf("BREACH: %s\n", p);
  puts("safe");
}
