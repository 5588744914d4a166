// attack: keeps its own user from reading how much memory it has; expect: MLE
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>
int main(void) {
  prctl(PR_SET_DUMPABLE, 0);
  for (int i = 0; i < 3; i++) fork();
  volatile char *memory = malloc(30 << 20);
  for (int i = 0; i < 30 << 20; i += 4096) memory[i] = 1;
  sleep(1);
}
