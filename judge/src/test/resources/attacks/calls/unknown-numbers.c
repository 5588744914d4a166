// attack: numbers of calls that no kernel or only a newer one has; expect: AC
#include <errno.h>
#include <stdio.h>
#include <unistd.h>
int main(void) {
  for (long number = 468; number < 1200; number++)
    if (syscall(number, 0L, 0L, 0L, 0L, 0L, 0L) != -1 || errno != ENOSYS) printf("BREACH: %ld\n", number);
  for (int bit = 11; bit < 31; bit++)
    for (long low = 0; low < 470; low += 67)
      if (syscall(1L << bit | low, 0L, 0L, 0L, 0L, 0L, 0L) != -1 || errno != ENOSYS) printf("BREACH: %ld\n", 1L << bit | low);
  puts("safe");
}
