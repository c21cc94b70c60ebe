internal import CZip
internal import Glibc
internal import PejlText

/// Writes a zip in memory: entries in the order given, with a fixed date, so that the same entries give the same bytes.
public struct ZipWriter: Sendable {
  /// A file in the zip.
  public struct Entry: Sendable, Hashable {
    /// The path inside the zip, with `/`.
    public let name: String
    /// The content.
    public let bytes: [UInt8]
    /// Whether it stands there as it is, not packed.
    public let isStored: Bool

    /// An entry.
    public init(_ name: String, _ bytes: [UInt8], isStored: Bool = false) {
      self.name = name
      self.bytes = bytes
      self.isStored = isStored
    }
  }

  /// The first day that a zip can name, 1 January 1980.
  private static let date: zip_uint16_t = 0x21

  /// A writer.
  public init() {}

  /// The zip that holds `entries`.
  ///
  /// - Throws: ``InvalidInput`` when two entries have one name, or memory is out.
  public func write(_ entries: [Entry]) throws -> [UInt8] {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else { throw Self.failure("no memory") }
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &error) else {
      zip_source_free(target)
      throw Self.failure(String(cString: zip_error_strerror(&error)))
    }
    zip_source_keep(target)
    defer { zip_source_free(target) }
    do {
      for entry in entries { try add(entry, to: archive) }
      guard zip_close(archive) == 0 else { throw Self.failure(String(cString: zip_strerror(archive))) }
    } catch {
      zip_discard(archive)
      throw error
    }
    return try bytes(of: target)
  }

  private func add(_ entry: Entry, to archive: OpaquePointer) throws {
    guard let copy = malloc(max(1, entry.bytes.count)) else { throw Self.failure("no memory") }
    entry.bytes.withUnsafeBytes { if let base = $0.baseAddress { copy.copyMemory(from: base, byteCount: $0.count) } }
    // The archive frees the copy.
    guard let source = zip_source_buffer(archive, copy, zip_uint64_t(entry.bytes.count), 1) else {
      free(copy)
      throw Self.failure("no memory")
    }
    let index = zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw Self.failure("\(entry.name): \(String(cString: zip_strerror(archive)))")
    }
    zip_set_file_compression(archive, zip_uint64_t(index), entry.isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 6)
    zip_file_set_dostime(archive, zip_uint64_t(index), 0, Self.date, 0)
  }

  private func bytes(of source: OpaquePointer) throws -> [UInt8] {
    guard zip_source_open(source) == 0 else { throw Self.failure("the result cannot be read") }
    defer { zip_source_close(source) }
    zip_source_seek(source, 0, SEEK_END)
    let count = Int(zip_source_tell(source))
    zip_source_seek(source, 0, SEEK_SET)
    var result = [UInt8](repeating: 0, count: max(count, 0))
    guard zip_source_read(source, &result, zip_uint64_t(result.count)) == count else {
      throw Self.failure("the result cannot be read")
    }
    return result
  }

  private static func failure(_ reason: String) -> InvalidInput {
    InvalidInput(code: "zip.write", "the zip cannot be written: \(reason)")
  }
}
