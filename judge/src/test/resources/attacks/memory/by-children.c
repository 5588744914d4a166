// attack: many processes, each with a little less than the limit; expect: MLE
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  for (int i = 0; i < 8; i++) if (fork() == 0) { memset(malloc(40 << 20), 1, 40 << 20); sleep(100); }
  while (wait(0) > 0) {}
  return 0;
}
