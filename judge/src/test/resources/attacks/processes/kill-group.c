// attack: kills its process group, in the hope that the judge is in it; expect: RTE
#include <signal.h>
int main(void) { kill(0, SIGKILL); return 0; }
