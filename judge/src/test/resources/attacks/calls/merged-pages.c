// attack: has equal pages merged with those of other boxes, and keeps these from its core; expect: AC
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
int main(void) {
  void *page = mmap(0, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (madvise(page, 1 << 20, MADV_MERGEABLE) == 0) puts("BREACH: merged");
  if (prctl(67 /* PR_SET_MEMORY_MERGE */, 1, 0, 0, 0) == 0) puts("BREACH: all merged");
  if (prctl(62 /* PR_SCHED_CORE */, 1, 0, 0, 0) == 0) puts("BREACH: a core of its own");
  puts("safe");
}
