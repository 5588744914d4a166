// attack: kills all that it may; expect: AC
#include <signal.h>
#include <stdio.h>
int main(void) { kill(-1, SIGKILL); puts("safe"); }
