internal import CGMime

/// The two things that are wanted of GLib itself.
enum GLib {
  /// The SHA-256 of `bytes` in lower-case hexadecimal.
  static func sha256(_ bytes: [UInt8]) -> String {
    guard let checksum = g_checksum_new(G_CHECKSUM_SHA256) else { preconditionFailure("GLib knows SHA-256") }
    defer { g_checksum_free(checksum) }
    bytes.withUnsafeBufferPointer { g_checksum_update(checksum, $0.baseAddress, $0.count) }
    return g_checksum_get_string(checksum).map { String(cString: $0) } ?? ""
  }

  /// `bytes` turned from `charset` into UTF-8, or nil when the charset is unknown or the bytes do not fit it.
  static func convert(_ bytes: [UInt8], from charset: String) -> [UInt8]? {
    guard !bytes.isEmpty else { return [] }
    var written: gsize = 0
    let converted = bytes.withUnsafeBytes { buffer in
      g_convert(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), gssize(buffer.count), "UTF-8", charset, nil, &written,
        nil)
    }
    guard let converted else { return nil }
    defer { g_free(converted) }
    return Array(UnsafeRawBufferPointer(start: converted, count: Int(written)))
  }
}
