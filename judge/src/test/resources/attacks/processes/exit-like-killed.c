// attack: exits with the code of a process that was killed; expect: RTE
#include <stdlib.h>
int main(void) { exit(137); }
