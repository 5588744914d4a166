// attack: takes processors that are not its own; expect: AC
#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <string.h>
int main(void) {
  cpu_set_t set; memset(&set, 0xff, sizeof set);
  puts(sched_setaffinity(0, sizeof set, &set) == 0 ? "BREACH: all processors" : "safe");
}
