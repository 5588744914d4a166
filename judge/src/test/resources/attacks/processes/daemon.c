// attack: leaves a daemon of its own session behind; expect: AC
#include <stdio.h>
#include <unistd.h>
int main(void) {
  if (fork() == 0) {
    setsid();
    if (fork() == 0) for (;;) sleep(1);
    _exit(0);
  }
  puts("safe");
}
