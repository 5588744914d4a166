// attack: a refused family with garbage in the bits that the kernel ignores; expect: AC
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
  long family = 0x7700000000L | 40; /* vsock reaches the hypervisor whatever the namespaces */
  puts(syscall(SYS_socket, family, 1, 0) >= 0 ? "BREACH: vsock" : "safe");
}
