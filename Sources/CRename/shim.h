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
#endif
