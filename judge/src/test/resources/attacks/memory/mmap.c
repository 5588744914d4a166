// attack: mapped pages shared with children; expect: MLE
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
int main(void) {
  for (;;) {
    void *p = mmap(0, 4 << 20, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (p != MAP_FAILED) memset(p, 1, 4 << 20);
  }
}
