// attack: forks without end; expect: RTE TLE MLE
#include <unistd.h>
int main(void) { for (;;) if (fork() < 0 && getpid() == 2) return 1; }
