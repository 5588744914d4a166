// attack: hides bits in connections that stay in TIME_WAIT, and reads those of a former run; expect: AC
#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
int main(void) {
  const char *lists[] = {"/proc/net/tcp", "/proc/net/tcp6", "/proc/net/udp", "/proc/net/sockstat"};
  for (int i = 0; i < 4; i++) {
    char line[300]; FILE *f = fopen(lists[i], "r");
    for (int n = 0; f && fgets(line, sizeof line, f); n++) {
      // The orphans are those of the whole machine; no program in a box can make one.
      int used = 0, waiting = 0;
      int counts = sscanf(line, "TCP: inuse %d orphan %*d tw %d", &used, &waiting) == 2;
      if (i < 3 ? n > 0 : counts && used + waiting > 0) printf("BREACH: %s %s", lists[i], line);
    }
  }
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(4711), .sin_addr.s_addr = htonl(0x7f010203)};
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  if (listener >= 0) {
    bind(listener, (struct sockaddr *) &here, sizeof here);
    listen(listener, 9);
    for (int i = 0; i < 9; i++) {
      int s = socket(AF_INET, SOCK_STREAM, 0);
      if (connect(s, (struct sockaddr *) &here, sizeof here) == 0) close(accept(listener, 0, 0));
      close(s);
    }
    puts("BREACH: a socket of the internet");
  }
  puts("safe");
}
