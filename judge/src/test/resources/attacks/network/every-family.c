// attack: a socket of every family and kind; expect: AC
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>
int main(void) {
  int kinds[] = {SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_SEQPACKET, SOCK_RDM};
  for (int family = 0; family < 64; family++)
    for (int k = 0; k < 5; k++) {
      int fd = socket(family, kinds[k], 0);
      if (fd < 0) continue;
      close(fd);
      if (family != AF_UNIX) printf("BREACH: family %d\n", family);
    }
  puts("safe");
}
