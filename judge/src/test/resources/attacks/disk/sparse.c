// attack: a sparse file of a terabyte; expect: AC
#include <signal.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
int main(void) {
  signal(SIGXFSZ, SIG_IGN);
  int fd = open("/tmp/sparse", O_CREAT | O_RDWR, 0600);
  puts(ftruncate(fd, 1L << 40) == 0 ? "BREACH: a terabyte" : "safe");
}
