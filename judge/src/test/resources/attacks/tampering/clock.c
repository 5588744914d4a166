// attack: sets the clock; expect: AC
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/time.h>
#include <sys/timex.h>
#include <time.h>
int main(void) {
  struct timespec t = {0, 0}; struct timeval v = {0, 0}; struct timex x = {.modes = ADJ_TICK, .tick = 9000};
  if (clock_settime(CLOCK_REALTIME, &t) == 0 || settimeofday(&v, 0) == 0 || adjtimex(&x) >= 0) puts("BREACH: clock");
  puts("safe");
}
