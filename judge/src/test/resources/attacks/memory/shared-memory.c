// attack: System V shared memory that would outlive it; expect: AC MLE RTE
#include <stdio.h>
#include <string.h>
#include <sys/shm.h>
int main(void) {
  for (int i = 0; i < 1000; i++) {
    int id = shmget(IPC_PRIVATE, 4 << 20, IPC_CREAT | 0600);
    if (id < 0) break;
    void *p = shmat(id, 0, 0);
    if (p != (void *) -1) { memset(p, 1, 4 << 20); shmdt(p); }
  }
  puts("safe");
}
