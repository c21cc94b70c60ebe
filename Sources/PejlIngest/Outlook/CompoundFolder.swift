internal import CGsf
internal import PejlText

/// A folder in the old container of Microsoft's programs (MS-CFB), as values: libgsf's objects are freed before it is
/// handed on.
struct CompoundFolder: Sendable {
  private(set) var streams: [String: [UInt8]] = [:]
  /// The folders in it, in the file's order.
  private(set) var folders: [(name: String, folder: CompoundFolder)] = []
  /// How much of it was left out because it lies too deep or says that it is larger than the file.
  private(set) var leftOut = 0

  private static let depthLimit = 12
  private static let entryLimit = 8_000

  /// The whole content of the file in `bytes`.
  ///
  /// - Throws: ``InvalidInput`` when it is damaged.
  init(_ bytes: [UInt8]) throws {
    // Several entries may name the same bytes: what is read in all is bounded by what the file can honestly hold.
    var budget = (bytes: bytes.count * 2, entries: Self.entryLimit)
    self = try Self.opened(bytes) { CompoundFolder($0, depth: 0, &budget) }
  }

  /// The names at the top of the file in `bytes`.
  ///
  /// - Throws: ``InvalidInput`` when it is damaged.
  static func names(_ bytes: [UInt8]) throws -> Set<String> {
    try opened(bytes) { root in
      Set((0..<min(gsf_infile_num_children(root), Int32(entryLimit))).compactMap { Self.name(root, $0) })
    }
  }

  /// libgsf is set up once, by whichever thread comes first.
  private static let isReady: Bool = {
    gsf_init()
    pejl_gsf_silence()
    return true
  }()

  private static func opened<Result>(_ bytes: [UInt8], _ work: (UnsafeMutablePointer<GsfInfile>) -> Result) throws
    -> Result
  {
    _ = isReady
    let result = bytes.withUnsafeBufferPointer { buffer -> Result? in
      guard let base = buffer.baseAddress, let input = gsf_input_memory_new(base, gsf_off_t(buffer.count), 0) else {
        return nil
      }
      defer { g_object_unref(UnsafeMutableRawPointer(input)) }
      guard let root = gsf_infile_msole_new(input, nil) else { return nil }
      defer { g_object_unref(UnsafeMutableRawPointer(root)) }
      return work(root)
    }
    guard let result else {
      throw refusal("damaged", "the file is damaged; open it in its program and save it again")
    }
    return result
  }

  private static func name(_ folder: UnsafeMutablePointer<GsfInfile>, _ index: Int32) -> String? {
    gsf_infile_name_by_index(folder, index).map { String(cString: $0) }
  }

  private init(_ folder: UnsafeMutablePointer<GsfInfile>, depth: Int, _ budget: inout (bytes: Int, entries: Int)) {
    for index in 0..<max(gsf_infile_num_children(folder), 0) {
      budget.entries -= 1
      guard budget.entries >= 0, let name = Self.name(folder, index),
        let child = gsf_infile_child_by_index(folder, index)
      else {
        leftOut += 1
        continue
      }
      defer { g_object_unref(UnsafeMutableRawPointer(child)) }
      if let inner = pejl_gsf_as_infile(child), gsf_infile_num_children(inner) >= 0 {
        guard depth < Self.depthLimit else {
          leftOut += 1
          continue
        }
        folders.append((name, CompoundFolder(inner, depth: depth + 1, &budget)))
      } else {
        let size = Int(clamping: gsf_input_size(child))
        guard size >= 0, size <= budget.bytes else {
          leftOut += 1
          continue
        }
        budget.bytes -= size
        var bytes = [UInt8](repeating: 0, count: size)
        if size > 0, gsf_input_read(child, size, &bytes) == nil {
          leftOut += 1
          continue
        }
        streams[name] = bytes
      }
    }
  }
}
