// attack: a pair of sockets of every family; expect: AC
#include <stdio.h>
#include <sys/socket.h>
int main(void) {
  int kinds[] = {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET, SOCK_RDM}, ends[2];
  for (int family = 0; family < 64; family++)
    for (int k = 0; k < 4; k++)
      if (socketpair(family, kinds[k], 0, ends) == 0 && family != AF_UNIX) printf("BREACH: family %d\n", family);
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0) puts("no pair at all, which runtimes need");
  puts("safe");
}
