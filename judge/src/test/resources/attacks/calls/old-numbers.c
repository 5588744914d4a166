// attack: calls by the numbers of 32-bit programs and of x32; expect: RTE AC
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
#ifdef __x86_64__
  if (syscall(0x40000000 | SYS_getpid) >= 0) puts("BREACH: x32");
  fflush(stdout);
  long pid = 20; /* getpid of 32-bit programs */
  __asm__ volatile("int $0x80" : "+a"(pid) : : "memory");
  puts("BREACH: 32-bit call");
#else
  puts("safe");
#endif
}
