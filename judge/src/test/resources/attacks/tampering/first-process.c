// attack: opens the memory and files of the first process, and changes its limits; expect: AC
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>
int main(void) {
  const char *files[] = {"mem", "maps", "fd", "environ", "cwd", "root", "exe", "ns/net", "task/1/mem", "stat", "oom_score_adj"};
  for (int i = 0; i < 11; i++) {
    const char *ways[] = {"/proc/1", "/proc/self/../1", "/dev/fd/../../1", "/proc/thread-self/../../../1"};
    for (int w = 0; w < 4; w++) {
      char name[99]; snprintf(name, sizeof name, "%s/%s", ways[w], files[i]);
      if (open(name, O_RDONLY) >= 0 || open(name, O_WRONLY) >= 0) printf("BREACH: %s\n", name);
    }
  }
  char word[8]; struct iovec here = {word, 8}, there = {(void *) 0x400000, 8};
  if (process_vm_readv(1, &here, 1, &there, 1, 0) >= 0) puts("BREACH: process_vm_readv");
  struct rlimit none = {0, 0};
  if (syscall(SYS_prlimit64, 1, RLIMIT_CPU, &none, 0L) >= 0) puts("BREACH: prlimit64");
  if (syscall(SYS_prlimit64, 1, RLIMIT_AS, &none, 0L) >= 0) puts("BREACH: prlimit64");
  puts("safe");
}
