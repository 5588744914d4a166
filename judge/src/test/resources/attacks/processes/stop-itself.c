// attack: stops and is never continued; expect: TLE
#include <signal.h>
int main(void) { raise(SIGSTOP); return 0; }
