// attack: memory in the buffers of connections, which older control groups do not count; expect: AC
#include <arpa/inet.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>
static char block[1 << 16];
int main(void) {
  int families[] = {AF_INET, AF_INET6};
  for (int i = 0; i < 2; i++) {
    int listener = socket(families[i], SOCK_STREAM, 0);
    if (listener < 0) continue;
    listen(listener, 99);
    struct sockaddr_storage here; socklen_t length = sizeof here;
    getsockname(listener, (struct sockaddr *) &here, &length);
    for (int n = 0; n < 200; n++) {
      int s = socket(families[i], SOCK_STREAM, 0);
      if (connect(s, (struct sockaddr *) &here, length) < 0) break;
      fcntl(s, F_SETFL, O_NONBLOCK);
      while (write(s, block, sizeof block) > 0) {}
    }
    puts("BREACH: a socket of the internet");
  }
  puts("safe");
}
