// attack: many children that live less than a look at the clock; expect: TLE RTE
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  for (;;) {
    int pid = fork();
    if (pid == 0) { for (volatile int i = 0; i < 300000; i++) {} _exit(0); }
    waitpid(pid, 0, 0);
  }
}
