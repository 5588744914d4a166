// attack: leaves a core dump; expect: RTE
#include <stdlib.h>
#include <string.h>
int main(void) { memset(malloc(32 << 20), 1, 32 << 20); abort(); }
