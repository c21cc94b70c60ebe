#ifndef PEJL_CZIP_H
#define PEJL_CZIP_H
#include <zip.h>
#endif
