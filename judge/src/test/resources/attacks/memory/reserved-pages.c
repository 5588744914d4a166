// attack: takes huge pages that the operator has set aside, which no memory limit counts; expect: AC
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <sys/mman.h>
int main(void) {
  // Without the filter it is ENOMEM where none are set aside, and success where some are.
  void *page = mmap(0, 2 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_HUGETLB, -1, 0);
  if (page != MAP_FAILED || errno != EINVAL) puts("BREACH: a mapping");
  if (memfd_create("pages", MFD_HUGETLB) >= 0) puts("BREACH: a file in memory");
  puts("safe");
}
