// attack: reads the free space of the disk, which changes with what other boxes write; expect: AC
#include <stdio.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
int main(void) {
  struct statfs usage;
  struct statvfs other;
  if (statfs("/usr", &usage) == 0 || fstatfs(1, &usage) == 0) puts("BREACH: free space");
  if (statvfs("/usr", &other) == 0 || fstatvfs(1, &other) == 0) puts("BREACH: free space");
  puts("safe");
}
