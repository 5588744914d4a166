// attack: opens what the first process holds open; expect: AC
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
int main(void) {
  DIR *d = opendir("/proc/1/fd");
  for (struct dirent *e = d ? readdir(d) : 0; e; e = readdir(d)) {
    char name[300], target[300] = ""; snprintf(name, sizeof name, "/proc/1/fd/%s", e->d_name);
    if (readlink(name, target, sizeof target - 1) < 0 || strncmp(target, "anon_inode", 10) == 0) continue;
    if (strcmp(e->d_name, "0") && strcmp(e->d_name, "1") && strcmp(e->d_name, "2")) printf("BREACH: %s is %s\n", name, target);
  }
  puts("safe");
}
