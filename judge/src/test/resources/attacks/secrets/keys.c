// attack: reads keys of the kernel's rings; expect: AC
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
  char line[300]; FILE *f = fopen("/proc/keys", "r");
  if (f && fgets(line, sizeof line, f)) printf("BREACH: %s", line);
  for (int ring = -5; ring < 0; ring++)
    if (syscall(SYS_keyctl, 0, ring, 1) >= 0) puts("BREACH: key ring");
  if (syscall(SYS_add_key, "user", "x", "y", 1, -3) >= 0) puts("BREACH: new key");
  puts("safe");
}
