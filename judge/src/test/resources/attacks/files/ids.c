// attack: takes another user and other groups; expect: AC
#define _GNU_SOURCE
#include <grp.h>
#include <stdio.h>
#include <unistd.h>
int main(void) {
  gid_t none[1] = {0};
  if (setuid(0) == 0 || setresuid(0, 0, 0) == 0 || setgid(0) == 0 || setgroups(1, none) == 0 || seteuid(1) == 0) puts("BREACH: ids");
  if (getgroups(0, 0) != 0) puts("BREACH: groups");
  if (getuid() == 0 || geteuid() == 0) puts("BREACH: root");
  FILE *f = fopen("/proc/self/uid_map", "r"); unsigned inside = 0, outside = 0, count = 0;
  if (!f || fscanf(f, "%u %u %u", &inside, &outside, &count) != 3 || outside == 0 || count != 1) puts("BREACH: map");
  puts("safe");
}
