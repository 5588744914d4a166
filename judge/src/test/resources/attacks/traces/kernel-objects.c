// attack: leaves keys, shared memory, queues, semaphores and sockets for the next run to find; expect: AC
#define _GNU_SOURCE
#include <fcntl.h>
#include <mqueue.h>
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>
int main(void) {
  if (shmget(4711, 4096, 0) >= 0 || msgget(4711, 0) >= 0 || semget(4711, 1, 0) >= 0) puts("BREACH: System V");
  if (mq_open("/mark", O_RDONLY) >= 0) puts("BREACH: a queue");
  if (shm_open("/mark", O_RDONLY, 0) >= 0) puts("BREACH: shared memory");
  for (int ring = -8; ring < 0; ring++) {
    if (syscall(SYS_keyctl, 10 /* search */, ring, "user", "mark", 0) >= 0) puts("BREACH: a key");
    syscall(SYS_add_key, "user", "mark", "x", 1L, ring);
  }
  struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "\0mark"};
  int s = socket(AF_UNIX, SOCK_STREAM, 0);
  if (connect(s, (struct sockaddr *) &name, sizeof name) == 0) puts("BREACH: a socket that listens");
  bind(socket(AF_UNIX, SOCK_STREAM, 0), (struct sockaddr *) &name, sizeof name);
  shmget(4711, 4096, IPC_CREAT | 0666);
  msgget(4711, IPC_CREAT | 0666);
  semget(4711, 1, IPC_CREAT | 0666);
  mq_open("/mark", O_CREAT | O_RDWR, 0666, 0);
  shm_open("/mark", O_CREAT | O_RDWR, 0666);
  puts("safe");
}
