// attack: memory in the buffers of sockets; expect: AC MLE RTE TLE
#include <fcntl.h>
#include <sys/socket.h>
#include <stdio.h>
#include <unistd.h>
static char block[1 << 16];
int main(void) {
  int ends[2], size = 1 << 24;
  for (int i = 0; i < 8; i++) fork();
  while (socketpair(1, SOCK_STREAM, 0, ends) == 0) {
    setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    while (write(ends[0], block, sizeof block) > 0) {}
  }
  puts("safe");
}
