// attack: recursion without end; expect: RTE MLE
#include <string.h>
int down(volatile char *p) { volatile char a[65536]; memset((void *) a, 1, sizeof a); return down(a) + a[9] + p[0]; }
int main(void) { char c = 0; return down(&c); }
