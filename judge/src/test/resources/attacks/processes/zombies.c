// attack: zombies without end; expect: RTE
#include <unistd.h>
int main(void) { for (int i = 0; i < 100000; i++) { int pid = fork(); if (pid == 0) _exit(0); if (pid < 0) return 1; } }
