import CZip
import Glibc

/// Writes zips for tests, honest ones through libzip, and lying ones by patching their bytes.
enum TestZip {
  static func write(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    guard let source = zip_source_buffer_create(nil, 0, 0, nil),
      let archive = zip_open_from_source(source, ZIP_TRUNCATE, nil)
    else { return [] }
    zip_source_keep(source)
    defer { zip_source_free(source) }
    for entry in entries {
      guard let copy = malloc(max(1, entry.bytes.count)) else { return [] }
      entry.bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, $0.count) } }
      guard let part = zip_source_buffer(archive, copy, zip_uint64_t(entry.bytes.count), 1) else { return [] }
      _ = zip_file_add(archive, entry.name, part, zip_flags_t(ZIP_FL_ENC_UTF_8))
    }
    guard zip_close(archive) == 0, zip_source_open(source) == 0 else { return [] }
    zip_source_seek(source, 0, SEEK_END)
    var result = [UInt8](repeating: 0, count: Int(zip_source_tell(source)))
    zip_source_seek(source, 0, SEEK_SET)
    zip_source_read(source, &result, zip_uint64_t(result.count))
    zip_source_close(source)
    return result
  }

  /// A zip with a symbolic link.
  static func linked(_ name: String, to target: String) -> [UInt8] {
    // The directory says on which system the archive was made, and there what sort of file it is.
    var result = write([(name, target)])
    for start in result.indices.dropLast(46) where result[start...].starts(with: [0x50, 0x4B, 1, 2]) {
      result[start + 5] = 3
      result.replaceSubrange(start + 38..<start + 42, with: [0, 0, 0xFF, 0xA1])
    }
    return result
  }

  /// A zip of texts.
  static func write(_ entries: [(String, String)]) -> [UInt8] {
    write(entries.map { (name: $0.0, bytes: Array($0.1.utf8)) })
  }

  /// `zip` with every occurrence of one name replaced by another of the same length.
  static func renamed(_ zip: [UInt8], _ name: String, to other: String) -> [UInt8] {
    let (old, new) = (Array(name.utf8), Array(other.utf8))
    var result = zip
    for start in zip.indices where zip[start...].starts(with: old) {
      result.replaceSubrange(start..<start + old.count, with: new)
    }
    return result
  }

  /// `zip` whose central directory says that each entry inflates to `size` bytes.
  static func lying(_ zip: [UInt8], size: UInt32, localToo: Bool = true) -> [UInt8] {
    var result = zip
    let bytes = (0..<4).map { UInt8(truncatingIfNeeded: size >> (8 * UInt32($0))) }
    for start in zip.indices.dropLast(46) {
      if zip[start...].starts(with: [0x50, 0x4B, 1, 2]) {
        result.replaceSubrange(start + 24..<start + 28, with: bytes)
      }
      if localToo, zip[start...].starts(with: [0x50, 0x4B, 3, 4]) {
        result.replaceSubrange(start + 22..<start + 26, with: bytes)
      }
    }
    return result
  }
}
