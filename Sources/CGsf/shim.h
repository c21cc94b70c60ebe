#ifndef PEJL_CGSF_H
#define PEJL_CGSF_H
/* libgsf's headers bring libxml2's along, whose ICU headers clash with Foundation's. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <gsf/gsf.h>
#include <gsf/gsf-infile.h>
#include <gsf/gsf-infile-msole.h>
#include <gsf/gsf-input-memory.h>

/* The casts of GObject are macros, which Swift does not import. */
static inline GsfInfile *pejl_gsf_as_infile (GsfInput *input) {
  return GSF_IS_INFILE (input) ? GSF_INFILE (input) : NULL;
}
static inline void pejl_gsf_ignore (const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer data) {}
/* What libgsf thinks of a damaged file must not stand on the user's screen: the reader says it. */
static inline void pejl_gsf_silence (void) {
  GLogLevelFlags levels = (GLogLevelFlags) (G_LOG_LEVEL_MASK & ~G_LOG_LEVEL_ERROR);
  const char *domains[] = { "libgsf", "libgsf:msole", "libgsf:infile", "libgsf:input" };
  for (int index = 0; index < 4; index++) g_log_set_handler (domains[index], levels, pejl_gsf_ignore, NULL);
}
#endif
