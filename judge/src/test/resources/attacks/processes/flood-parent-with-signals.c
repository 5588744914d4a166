// attack: signals for its parent without end; expect: TLE
#include <signal.h>
#include <unistd.h>
int main(void) { for (;;) { kill(1, SIGCHLD); kill(1, SIGUSR1); kill(1, SIGTERM); } }
