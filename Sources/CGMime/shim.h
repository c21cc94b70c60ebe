#ifndef PEJL_CGMIME_H
#define PEJL_CGMIME_H
#include <gmime/gmime.h>
/* Type checks are macros, which Swift does not import. */
static inline gboolean pejl_is_multipart(void *o) { return GMIME_IS_MULTIPART(o); }
static inline gboolean pejl_is_part(void *o) { return GMIME_IS_PART(o); }
static inline gboolean pejl_is_text(void *o) { return GMIME_IS_TEXT_PART(o); }
static inline gboolean pejl_is_message_part(void *o) { return GMIME_IS_MESSAGE_PART(o); }
static inline gboolean pejl_is_multipart_alternative(void *o) {
  return GMIME_IS_MULTIPART(o) &&
    g_mime_content_type_is_type(g_mime_object_get_content_type(GMIME_OBJECT(o)), "multipart", "alternative");
}
#endif
