internal import CZip
internal import PejlText

/// A zip in memory that is opened to read, bounded on what really comes out of it and not on what its headers claim.
package final class ZipArchive {
  /// The names of the entries in the archive's order.
  package private(set) var names: [String] = []

  private let archive: OpaquePointer
  private let memory: UnsafeMutableRawPointer
  private let limits: ReadingLimits
  private var indices: [String: zip_uint64_t] = [:]
  private var spent = 0

  /// The archive in `bytes`.
  ///
  /// - Throws: ``InvalidInput`` when it is damaged, contradicts itself, or has unsafe or duplicate names.
  package init(_ bytes: [UInt8], limits: ReadingLimits) throws {
    self.limits = limits
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
    bytes.withUnsafeBytes { if let base = $0.baseAddress { memory.copyMemory(from: base, byteCount: $0.count) } }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(memory, zip_uint64_t(bytes.count), 0, &error) else {
      memory.deallocate()
      throw Self.damaged("no memory")
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
      let reason = String(cString: zip_error_strerror(&error))
      zip_source_free(source)
      memory.deallocate()
      throw Self.damaged(reason)
    }
    self.memory = memory
    self.archive = archive
    // All properties are set: from here on a throw runs deinit.
    try readNames()
  }

  deinit {
    zip_discard(archive)
    memory.deallocate()
  }

  /// Whether there is an entry of that name.
  package func contains(_ name: String) -> Bool { indices[name] != nil }

  private func readNames() throws {
    let count = zip_get_num_entries(archive, 0)
    guard count <= limits.zipEntries else {
      throw Self.unsafe("it has \(count) entries, more than \(limits.zipEntries)")
    }
    for index in 0..<zip_uint64_t(max(count, 0)) {
      guard let pointer = zip_get_name(archive, index, 0) else { throw Self.damaged("an entry has no name") }
      let name = String(cString: pointer)
      if name.hasPrefix("/") || name.contains("\\") || name.split(separator: "/").contains("..") {
        throw Self.unsafe("an entry is named \(name), outside the file")
      }
      guard indices.updateValue(index, forKey: name) == nil else { throw Self.unsafe("two entries are named \(name)") }
      names.append(name)
    }
  }

  /// The inflated bytes of the entry called `name`, or nil when there is none.
  ///
  /// - Throws: ``InvalidInput`` when it is encrypted, damaged, or larger than the limits allow.
  package func read(_ name: String) throws -> [UInt8]? {
    guard let index = indices[name] else { return nil }
    var status = zip_stat_t()
    zip_stat_init(&status)
    zip_stat_index(archive, index, 0, &status)
    guard status.encryption_method == 0 else {
      throw refusal("encrypted", "the file is protected by a password; take the password off and save it again")
    }
    guard status.size <= zip_uint64_t(limits.zipEntryBytes) else {
      throw Self.unsafe("\(name) says that it has \(status.size) bytes")
    }
    guard let file = zip_fopen_index(archive, index, 0) else {
      throw Self.damaged(String(cString: zip_strerror(archive)))
    }
    defer { zip_fclose(file) }
    var result: [UInt8] = []
    result.reserveCapacity(min(Int(status.size), 1 << 20))
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = Int(zip_fread(file, &chunk, zip_uint64_t(chunk.count)))
      if count < 0 { throw Self.damaged(String(cString: zip_file_strerror(file))) }
      if count == 0 { break }
      result.append(contentsOf: chunk[..<count])
      spent += count
      guard result.count <= limits.zipEntryBytes, spent <= limits.zipTotalBytes else {
        throw Self.unsafe("\(name) unpacks to more than is read")
      }
      let packed = Int(clamping: status.comp_size)
      if result.count > 1 << 20, result.count / max(packed, 1) > limits.zipRatio {
        throw Self.unsafe("\(name) unpacks to more than \(limits.zipRatio) times its size")
      }
    }
    guard result.count == Int(clamping: status.size) else { throw Self.unsafe("\(name) lies about its size") }
    return result
  }

  private static func damaged(_ reason: String) -> InvalidInput {
    refusal(
      "damaged", "the file is damaged or contradicts itself (\(reason)); open it in its program and save it again")
  }

  private static func unsafe(_ reason: String) -> InvalidInput {
    refusal("unsafe-zip", "the file was not unpacked: \(reason); open it in its program and save it again")
  }
}
