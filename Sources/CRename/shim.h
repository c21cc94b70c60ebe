#ifndef PEJL_CRENAME_H
#define PEJL_CRENAME_H
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>
/* Two names change places in one step. glibc shows renameat2 only under _GNU_SOURCE, and syscall is
   variadic, which Swift does not import. */
static inline int pejl_exchange(const char *a, const char *b) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, 1u << 1);
}
/* Bytes go from one file to the other inside the kernel. Not shown without _GNU_SOURCE either. */
static inline long pejl_copy_range(int from, long long *offset, int to, unsigned long count) {
  return syscall(SYS_copy_file_range, from, offset, to, (void *)0, count, 0u);
}
#endif
