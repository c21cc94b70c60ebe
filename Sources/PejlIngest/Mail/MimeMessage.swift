internal import CGMime

/// A mail as values: GMime's objects are freed before it is handed on.
struct MimeMessage: Sendable {
  var subject: String?
  var senderName: String?
  var senderAddress: String?
  /// The day that the mail was sent, `YYYY-MM-DD` in the sender's own time zone.
  var date: String?
  var root: MimePart

  /// A mail that came in another shape.
  init(subject: String?, senderName: String?, senderAddress: String?, date: String?, root: MimePart) {
    self.subject = subject
    self.senderName = senderName
    self.senderAddress = senderAddress
    self.date = date
    self.root = root
  }

  /// The mail in `bytes`, or nil when it is none.
  init?(_ bytes: [UInt8]) {
    _ = Self.isReady
    let stream = bytes.withUnsafeBytes { buffer in
      g_mime_stream_mem_new_with_buffer(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let stream else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(stream)) }
    guard let parser = g_mime_parser_new_with_stream(stream) else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(parser)) }
    guard let message = g_mime_parser_construct_message(parser, nil) else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(message)) }

    subject = Self.string(g_mime_message_get_subject(message))
    if let date = g_mime_message_get_date(message), let text = g_date_time_format(date, "%Y-%m-%d") {
      self.date = String(cString: text)
      g_free(text)
    }
    if let list = g_mime_message_get_from(message), internet_address_list_length(list) > 0,
      let address = internet_address_list_get_address(list, 0)
    {
      senderName = Self.string(internet_address_get_name(address))
      if pejl_gmime_is_mailbox(UnsafeMutableRawPointer(address)) != 0 {
        senderAddress = Self.string(internet_address_mailbox_get_addr(address))
      }
    }
    guard let root = g_mime_message_get_mime_part(message) else { return nil }
    self.root = MimePart(copying: root, depth: 0)
  }

  /// GMime is set up once, by whichever thread comes first.
  private static let isReady: Bool = {
    g_mime_init()
    return true
  }()

  fileprivate static func string(_ pointer: UnsafePointer<CChar>?) -> String? {
    pointer.flatMap { String(cString: $0).nonEmpty }
  }
}

/// A part of a mail.
struct MimePart: Sendable {
  /// The content type in lower case, such as `text/plain`.
  var type: String
  var charset: String?
  /// Whether lines that end with a blank go on in the next (RFC 3676).
  var isFlowed = false
  /// Whether that blank is no part of the text.
  var deletesBlank = false
  var fileName: String?
  var isAttachment = false
  /// Whether another part can refer to it, as a page refers to its pictures.
  var hasIdentifier = false
  /// The decoded content; a mail within the mail as it was sent.
  var bytes: [UInt8] = []
  var parts: [MimePart] = []
  /// Whether the part has parts that lie too deep to be read.
  var isCut = false

  private static let depthLimit = 30

  /// A part that came in another shape.
  init(type: String, charset: String? = nil, fileName: String? = nil, bytes: [UInt8] = []) {
    self.type = type
    self.charset = charset
    self.fileName = fileName
    self.bytes = bytes
  }

  fileprivate init(copying object: OpaquePointer, depth: Int) {
    let contentType = g_mime_object_get_content_type(object)
    if let contentType, let text = g_mime_content_type_get_mime_type(contentType) {
      type = String(cString: text).lowercased()
      g_free(text)
    } else {
      type = "text/plain"
    }
    charset = Self.parameter("charset", object)
    isFlowed = Self.parameter("format", object)?.lowercased() == "flowed"
    deletesBlank = Self.parameter("delsp", object)?.lowercased() == "yes"
    isAttachment = MimeMessage.string(g_mime_object_get_disposition(object))?.lowercased() == "attachment"
    hasIdentifier = g_mime_object_get_content_id(object) != nil

    let raw = UnsafeMutableRawPointer(object)
    if pejl_gmime_is_multipart(raw) != 0 {
      guard depth < Self.depthLimit else {
        isCut = true
        return
      }
      for index in 0..<g_mime_multipart_get_count(object) {
        if let part = g_mime_multipart_get_part(object, index) {
          parts.append(MimePart(copying: part, depth: depth + 1))
        }
      }
    } else if pejl_gmime_is_message_part(raw) != 0 {
      type = "message/rfc822"
      if let message = g_mime_message_part_get_message(object) {
        fileName = MimeMessage.string(g_mime_message_get_subject(message)).map { $0 + ".eml" }
        bytes = Self.written { g_mime_object_write_to_stream(message, nil, $0) }
      }
    } else if pejl_gmime_is_part(raw) != 0 {
      fileName = MimeMessage.string(g_mime_part_get_filename(object))
      if let content = g_mime_part_get_content(object) {
        bytes = Self.written { g_mime_data_wrapper_write_to_stream(content, $0) }
      }
    }
  }

  private static func parameter(_ name: String, _ object: OpaquePointer) -> String? {
    MimeMessage.string(g_mime_object_get_content_type_parameter(object, name))
  }

  /// What `write` writes into a stream in memory.
  private static func written(_ write: (OpaquePointer) -> Int) -> [UInt8] {
    guard let stream = g_mime_stream_mem_new() else { return [] }
    defer { g_object_unref(UnsafeMutableRawPointer(stream)) }
    guard write(stream) >= 0, let array = g_mime_stream_mem_get_byte_array(stream), array.pointee.len > 0 else {
      return []
    }
    return Array(UnsafeBufferPointer(start: array.pointee.data, count: Int(array.pointee.len)))
  }
}
