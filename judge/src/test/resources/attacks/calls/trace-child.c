// attack: traces its own child to change its calls after the filter; expect: AC
#include <stdio.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  int pid = fork();
  if (pid == 0) { if (ptrace(PTRACE_TRACEME, 0, 0, 0) == 0) puts("BREACH: traceme"); fflush(stdout); _exit(0); }
  if (ptrace(PTRACE_ATTACH, pid, 0, 0) == 0 || ptrace(PTRACE_ATTACH, 1, 0, 0) == 0) puts("BREACH: attach");
  waitpid(pid, 0, 0);
  puts("safe");
}
