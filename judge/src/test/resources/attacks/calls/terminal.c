// attack: types into the terminal of whoever started the judge; expect: AC
#include <fcntl.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>
int main(void) {
  char c = 'x';
  for (int fd = 0; fd < 3; fd++) if (ioctl(fd, TIOCSTI, &c) == 0) puts("BREACH: TIOCSTI");
  if (open("/dev/tty", O_RDWR) >= 0) puts("BREACH: terminal");
  if (open("/dev/console", O_RDWR) >= 0) puts("BREACH: console");
  puts("safe");
}
