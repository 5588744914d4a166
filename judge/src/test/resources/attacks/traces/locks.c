// attack: signals to another box by locks, leases and watches on a file that all boxes see; expect: AC
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  signal(SIGIO, SIG_IGN);
  int fd = open("/usr/bin/env", O_RDONLY), folder = open("/usr/bin", O_RDONLY);
  struct flock shared = {.l_type = F_RDLCK, .l_len = 1}, test = {.l_type = F_WRLCK, .l_len = 1};
  flock(fd, LOCK_EX);
  if (fcntl(fd, F_SETLK, &shared) >= 0) puts("BREACH: F_SETLK");
  if (fcntl(fd, F_OFD_SETLK, &shared) >= 0) puts("BREACH: F_OFD_SETLK");
  if (fcntl(fd, F_SETLEASE, F_RDLCK) >= 0) puts("BREACH: F_SETLEASE");
  if (fcntl(folder, F_NOTIFY, DN_ACCESS) >= 0) puts("BREACH: F_NOTIFY");
  fflush(stdout);
  if (fork() == 0) { /* opens the file itself, as another box would */
    int other = open("/usr/bin/env", O_RDONLY);
    if (flock(other, LOCK_EX | LOCK_NB) < 0) puts("BREACH: sees a lock of flock");
    if (fcntl(other, F_GETLK, &test) >= 0) puts("BREACH: F_GETLK");
    fflush(stdout);
    _exit(0);
  }
  wait(0);
  int watch = inotify_init1(0);
  if (watch >= 0 && inotify_add_watch(watch, "/usr/bin", IN_OPEN) >= 0) puts("BREACH: inotify");
  puts("safe");
}
