// attack: has a name that is no text, so that whoever reads about it fails; expect: MLE
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>
int main(void) {
  prctl(PR_SET_NAME, "\xff\xfe)\xc0");
  for (int i = 0; i < 3; i++) fork();
  volatile char *memory = malloc(30 << 20);
  for (int i = 0; i < 30 << 20; i += 4096) memory[i] = 1;
  sleep(1);
}
