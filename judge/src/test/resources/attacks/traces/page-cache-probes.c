// attack: asks which pages of a file that all boxes see are in memory, and takes them out; expect: AC
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>
int main(void) {
  char page[4096]; unsigned char in[1]; unsigned long range[2] = {0, 4096}, counts[5];
  int fd = open("/usr/bin/env", O_RDONLY);
  struct iovec to = {page, sizeof page};
  if (syscall(SYS_preadv2, fd, &to, 1L, 0L, 0L, 8 /* RWF_NOWAIT */) >= 0) puts("BREACH: preadv2");
  void *map = mmap(0, 4096, PROT_READ, MAP_SHARED, fd, 0);
  if (syscall(SYS_mincore, map, 4096L, in) >= 0) puts("BREACH: mincore");
  if (syscall(451 /* cachestat */, fd, range, counts, 0) >= 0) puts("BREACH: cachestat");
  if (syscall(SYS_fadvise64, fd, 0L, 0L, POSIX_FADV_DONTNEED) >= 0) puts("BREACH: fadvise64");
  if (syscall(SYS_readahead, fd, 0L, 4096L) >= 0) puts("BREACH: readahead");
  puts("safe");
}
