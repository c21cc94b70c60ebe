#ifndef PEJL_CGMIME_H
#define PEJL_CGMIME_H
#include <glib-object.h>
/* <gmime/gmime.h> is not included: Debian's gmime-3.0.pc asks for compiler flags that SwiftPM
   prohibits, and without that file the header is not on the search path. So the prototypes that
   are used stand here, with GLib's types. A test compiles this file after the real header. */
#ifndef __GMIME_H__
typedef struct _GMimeObject GMimeObject;
typedef struct _GMimePart GMimePart;
typedef struct _GMimeMultipart GMimeMultipart;
typedef struct _GMimeMessage GMimeMessage;
typedef struct _GMimeMessagePart GMimeMessagePart;
typedef struct _GMimeContentType GMimeContentType;
typedef struct _GMimeDataWrapper GMimeDataWrapper;
typedef struct _GMimeStream GMimeStream;
typedef struct _GMimeStreamMem GMimeStreamMem;
typedef struct _GMimeParser GMimeParser;
typedef struct _GMimeParserOptions GMimeParserOptions;
typedef struct _GMimeFormatOptions GMimeFormatOptions;
typedef struct _InternetAddress InternetAddress;
typedef struct _InternetAddressMailbox InternetAddressMailbox;
typedef struct _InternetAddressList InternetAddressList;
#endif

void g_mime_init (void);
GMimeStream *g_mime_stream_mem_new (void);
GMimeStream *g_mime_stream_mem_new_with_buffer (const char *buffer, size_t len);
GByteArray *g_mime_stream_mem_get_byte_array (GMimeStreamMem *mem);
GMimeParser *g_mime_parser_new_with_stream (GMimeStream *stream);
GMimeMessage *g_mime_parser_construct_message (GMimeParser *parser, GMimeParserOptions *options);

const char *g_mime_message_get_subject (GMimeMessage *message);
InternetAddressList *g_mime_message_get_from (GMimeMessage *message);
GDateTime *g_mime_message_get_date (GMimeMessage *message);
GMimeObject *g_mime_message_get_mime_part (GMimeMessage *message);
int internet_address_list_length (InternetAddressList *list);
InternetAddress *internet_address_list_get_address (InternetAddressList *list, int index);
const char *internet_address_get_name (InternetAddress *ia);
GType internet_address_mailbox_get_type (void);
const char *internet_address_mailbox_get_addr (InternetAddressMailbox *mailbox);

GType g_mime_multipart_get_type (void);
GType g_mime_message_part_get_type (void);
GType g_mime_part_get_type (void);
int g_mime_multipart_get_count (GMimeMultipart *multipart);
GMimeObject *g_mime_multipart_get_part (GMimeMultipart *multipart, int index);
GMimeMessage *g_mime_message_part_get_message (GMimeMessagePart *part);
GMimeContentType *g_mime_object_get_content_type (GMimeObject *object);
char *g_mime_content_type_get_mime_type (GMimeContentType *content_type);
const char *g_mime_object_get_content_type_parameter (GMimeObject *object, const char *name);
const char *g_mime_object_get_disposition (GMimeObject *object);
const char *g_mime_object_get_content_id (GMimeObject *object);
ssize_t g_mime_object_write_to_stream (GMimeObject *object, GMimeFormatOptions *options, GMimeStream *stream);
const char *g_mime_part_get_filename (GMimePart *mime_part);
GMimeDataWrapper *g_mime_part_get_content (GMimePart *mime_part);
ssize_t g_mime_data_wrapper_write_to_stream (GMimeDataWrapper *wrapper, GMimeStream *stream);

/* The type checks of GObject are macros, which Swift does not import. */
static inline gboolean pejl_gmime_is_multipart (gpointer object) {
  return g_type_check_instance_is_a ((GTypeInstance *) object, g_mime_multipart_get_type ());
}
static inline gboolean pejl_gmime_is_message_part (gpointer object) {
  return g_type_check_instance_is_a ((GTypeInstance *) object, g_mime_message_part_get_type ());
}
static inline gboolean pejl_gmime_is_part (gpointer object) {
  return g_type_check_instance_is_a ((GTypeInstance *) object, g_mime_part_get_type ());
}
static inline gboolean pejl_gmime_is_mailbox (gpointer address) {
  return g_type_check_instance_is_a ((GTypeInstance *) address, internet_address_mailbox_get_type ());
}
#endif
