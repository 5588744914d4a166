// attack: writes without end and ignores what the kernel says; expect: OLE TLE
#include <signal.h>
#include <unistd.h>
static char block[65536];
int main(void) { signal(SIGXFSZ, SIG_IGN); for (;;) (void) !write(1, block, sizeof block); }
