// attack: hard links to files that are not its own; expect: AC
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
int main(void) {
  const char *from[] = {"/usr/bin/su", "/proc/self/exe", "/proc/self/fd/0", "/proc/self/fd/1", "/box/program"};
  for (int i = 0; i < 5; i++)
    if (linkat(AT_FDCWD, from[i], AT_FDCWD, "/tmp/link", AT_SYMLINK_FOLLOW) == 0) printf("BREACH: %s\n", from[i]);
  puts("safe");
}
