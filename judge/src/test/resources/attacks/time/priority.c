// attack: raises its priority; expect: AC
#include <sched.h>
#include <stdio.h>
#include <sys/resource.h>
int main(void) {
  struct sched_param p = {.sched_priority = 1};
  int won = setpriority(PRIO_PROCESS, 0, -20) == 0 || sched_setscheduler(0, SCHED_FIFO, &p) == 0;
  puts(won ? "BREACH: priority" : "safe");
}
