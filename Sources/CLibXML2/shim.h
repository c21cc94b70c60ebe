#ifndef PEJL_CLIBXML2_H
#define PEJL_CLIBXML2_H
#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU, whose types clash with those of Foundation. The fields that
   the flag guards are the last of a struct that is only ever held by pointer. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>
/* A mutable global function pointer, which Swift 6 refuses to read. */
static inline void pejl_xml_free(void *p) { xmlFree(p); }
/* A macro, which Swift does not import. */
static inline unsigned int pejl_sax2_magic(void) { return XML_SAX2_MAGIC; }
#endif
