#ifndef PEJL_CXLSXWRITER_H
#define PEJL_CXLSXWRITER_H
#include <xlsxwriter.h>
#endif
