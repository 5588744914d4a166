// attack: queues and semaphores that would outlive it; expect: AC
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <sys/msg.h>
#include <sys/sem.h>
int main(void) {
  mq_open("/left", O_CREAT | O_RDWR, 0600, 0);
  for (int i = 0; i < 100; i++) { msgget(IPC_PRIVATE, IPC_CREAT | 0600); semget(IPC_PRIVATE, 8, IPC_CREAT | 0600); }
  puts("safe");
}
