// attack: lets the compiler read its input; expect: CE AC WA
#include "/dev/stdin"
#include "/proc/self/fd/0"
#include <stdio.h>
int main(void) { puts("safe"); }
