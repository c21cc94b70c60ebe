#ifndef PEJL_CHUNSPELL_H
#define PEJL_CHUNSPELL_H
#include <hunspell/hunspell.h>
#endif
