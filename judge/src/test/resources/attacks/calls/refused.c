// attack: every call that no program of a learner needs; expect: AC
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>
#define TRY(name) do { errno = 0; long r = syscall(SYS_##name, 0, 0, 0, 0, 0, 0); \
  if (r != -1 || (errno != EPERM && errno != ENOSYS)) printf("BREACH: %s %ld %d\n", #name, r, errno); } while (0)
int main(void) {
  TRY(ptrace); TRY(process_vm_readv); TRY(process_vm_writev); TRY(mount); TRY(umount2); TRY(pivot_root);
  TRY(chroot); TRY(unshare); TRY(setns); TRY(add_key); TRY(request_key); TRY(keyctl); TRY(bpf);
  TRY(perf_event_open); TRY(userfaultfd); TRY(init_module); TRY(finit_module); TRY(delete_module);
  TRY(kexec_load); TRY(reboot); TRY(swapon); TRY(swapoff); TRY(settimeofday); TRY(clock_settime);
  TRY(clock_adjtime); TRY(adjtimex); TRY(open_by_handle_at); TRY(name_to_handle_at); TRY(acct); TRY(quotactl);
  TRY(syslog); TRY(sethostname); TRY(setdomainname); TRY(kcmp); TRY(fanotify_init); TRY(migrate_pages);
  TRY(move_pages); TRY(personality); TRY(vhangup); TRY(sched_setaffinity);
  TRY(io_uring_setup); TRY(io_uring_enter); TRY(io_uring_register); TRY(clone3);
  TRY(open_tree); TRY(move_mount); TRY(fsopen); TRY(fsconfig); TRY(fsmount); TRY(fspick); TRY(pidfd_getfd);
#ifdef __x86_64__
  TRY(kexec_file_load); TRY(iopl); TRY(ioperm); TRY(modify_ldt); TRY(uselib); TRY(create_module);
#endif
  int more[] = {440, 442, 443, 447, 448, 457, 458, 467};
  for (int i = 0; i < 8; i++) {
    errno = 0;
    if (syscall(more[i], 0, 0, 0, 0, 0, 0) != -1 || (errno != EPERM && errno != ENOSYS)) printf("BREACH: %d\n", more[i]);
  }
  puts("safe");
}
