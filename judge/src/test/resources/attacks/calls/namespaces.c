// attack: new namespaces of every kind; expect: AC
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) {
  long kinds[] = {CLONE_NEWNS, CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWIPC, CLONE_NEWUTS, 0x02000000, 0x80};
  const char *names[] = {"mnt", "user", "pid", "net", "ipc", "uts", "cgroup", "time"};
  for (int i = 0; i < 8; i++) {
    if (unshare(kinds[i]) == 0) printf("BREACH: unshare %s\n", names[i]);
    long pid = i < 7 ? syscall(SYS_clone, kinds[i] | SIGCHLD, 0, 0, 0, 0) : -1;
    if (pid == 0) _exit(0);
    if (pid > 0) printf("BREACH: clone %s\n", names[i]);
    char path[50]; snprintf(path, sizeof path, "/proc/1/ns/%s", names[i]);
    int fd = open(path, O_RDONLY);
    if (fd >= 0 && setns(fd, 0) == 0) printf("BREACH: setns %s\n", names[i]);
  }
  puts("safe");
}
