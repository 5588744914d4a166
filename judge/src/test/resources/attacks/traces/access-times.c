// attack: leaves the times of access to files that all boxes see; expect: AC
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
int main(void) {
  DIR *d = opendir("/usr/share/doc");
  int read_here = 0, changed = 0;
  for (struct dirent *e = d ? readdir(d) : 0; e && read_here < 40; e = readdir(d)) {
    char name[600], byte; snprintf(name, sizeof name, "/usr/share/doc/%s/copyright", e->d_name);
    int fd = open(name, O_RDONLY); struct stat about;
    if (fd < 0) continue;
    if (read(fd, &byte, 1) == 1) read_here++;
    if (!fstat(fd, &about) && about.st_atime > time(0) - 60) changed++;
    close(fd);
    struct timespec now[2] = {{0, UTIME_NOW}, {0, UTIME_OMIT}};
    if (!utimensat(AT_FDCWD, name, now, 0)) puts("BREACH: utimensat");
  }
  if (!read_here) puts("nothing to read");
  if (changed * 2 > read_here) printf("BREACH: %d of %d files show that they were read\n", changed, read_here);
  puts("safe");
}
