// attack: writes to read-only memory by /proc/self/mem, then to the first process; expect: AC RTE
// The first process is the box's own and as confined as the program, which may break it: a run time error then.
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
static const char text[] = "constant";
int main(void) {
  int fd = open("/proc/self/mem", O_RDWR);
  if (fd >= 0) { (void) !pwrite(fd, "x", 1, (long) text); close(fd); }
  fd = open("/proc/1/mem", O_RDWR);
  char line[300]; FILE *maps = fopen("/proc/1/maps", "r");
  while (fd >= 0 && maps && fgets(line, sizeof line, maps)) {
    unsigned long start, end;
    if (sscanf(line, "%lx-%lx", &start, &end) == 2)
      for (; start < end; start += 4096) (void) !pwrite(fd, "\xcc\xcc\xcc\xcc", 4, start);
  }
  puts("safe");
}
