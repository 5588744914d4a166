// attack: files in memory that have no name; expect: MLE RTE
#define _GNU_SOURCE
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
static char block[1 << 19];
int main(void) {
  memset(block, 1, sizeof block);
  for (;;) { int fd = memfd_create("x", 0); if (fd < 0 || write(fd, block, sizeof block) < 0) return 1; }
}
