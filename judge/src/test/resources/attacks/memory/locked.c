// attack: locks memory; expect: AC
#include <stdio.h>
#include <sys/mman.h>
int main(void) { puts(mlockall(MCL_CURRENT | MCL_FUTURE) == 0 ? "BREACH: locked" : "safe"); }
