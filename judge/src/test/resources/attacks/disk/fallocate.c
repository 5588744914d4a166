// attack: disk space without writing; expect: AC
#define _GNU_SOURCE
#include <signal.h>
#include <fcntl.h>
#include <stdio.h>
int main(void) {
  signal(SIGXFSZ, SIG_IGN);
  int fd = open("/dev/shm/large", O_CREAT | O_RDWR, 0600);
  puts(fallocate(fd, 0, 0, 1L << 30) == 0 || fallocate(1, 0, 0, 1L << 30) == 0 ? "BREACH: a gigabyte" : "safe");
}
