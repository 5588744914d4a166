// attack: open files without end; expect: AC
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
int main(void) {
  int n = 0;
  while (n < 100000 && dup(0) >= 0) n++;
  puts(n < 1000 ? "safe" : "BREACH: descriptors");
}
