// attack: becomes itself again and again in ever new processes; expect: RTE TLE MLE
#include <unistd.h>
int main(void) {
  for (;;) {
    pid_t pid = vfork();
    if (pid == 0) { execl("/proc/self/exe", "again", (char *) 0); _exit(1); }
    if (pid < 0) return 1;
  }
}
