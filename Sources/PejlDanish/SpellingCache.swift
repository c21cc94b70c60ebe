internal import Glibc
internal import Synchronization

/// What the dictionary said of words before, in this run and in earlier ones: asking it costs a hundred times as much.
///
/// The answers are kept in a file under the user's cache folder (`XDG_CACHE_HOME`, else `~/.cache`), which may be deleted at
/// any time. It says for which dictionary it holds; a file that is damaged, foreign or of another dictionary is passed over.
/// Without a folder that can be written nothing is kept, and nothing else changes.
final class SpellingCache: Sendable {
  /// What is known of a word.
  struct Answer: Sendable {
    /// Whether the dictionary knows it, where that has been asked.
    var isKnown: Bool?
    /// Its dictionary forms, where they have been asked for.
    var stems: [String]?
  }

  /// No more words are kept.
  private static let mostWords = 2_000_000
  /// Fewer new answers are not worth writing.
  private static let leastNew = 50
  /// Longer words are not kept; the file has one byte for the length.
  static let longestWord = 200

  private let path: String?
  private let fingerprint: UInt64
  private let table: SpellingTable
  private let fresh = Mutex<[String: Answer]>([:])

  /// The answers kept for the dictionary of `fingerprint`.
  init(fingerprint: UInt64) {
    self.fingerprint = fingerprint
    path = CacheFolder.path.map { "\($0)/words-\(String(fingerprint, radix: 16))" }
    table =
      path.flatMap { CacheFolder.read($0) }.flatMap { SpellingTable($0, fingerprint: fingerprint) } ?? SpellingTable()
  }

  /// What is known of `word`.
  func answer(_ word: String) -> Answer? {
    if let known = table.answer(word), known.isKnown != nil, known.stems != nil { return known }
    return fresh.withLock { $0[word] } ?? table.answer(word)
  }

  /// Adds an answer of the dictionary.
  func add(_ word: String, isKnown: Bool? = nil, stems: [String]? = nil) {
    fresh.withLock { known in
      let old = known[word] ?? table.answer(word)
      known[word] = Answer(isKnown: isKnown ?? old?.isKnown, stems: stems ?? old?.stems)
    }
  }

  /// Writes what has been learnt, if it is worth it; a failure costs nothing but time in the next run.
  func save() {
    let added = fresh.withLock { known in
      defer { known = [:] }
      return known
    }
    guard let path, added.count >= Self.leastNew, table.count + added.count <= Self.mostWords else { return }
    CacheFolder.replace(path, with: table.adding(added, fingerprint: fingerprint))
  }
}

/// The folder in which things are kept that can be made again.
enum CacheFolder {
  /// Its path; nil where the user has none.
  static var path: String? {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    if let folder = variable("XDG_CACHE_HOME") { return "\(folder)/pejl" }
    // A home that is not there is none: it is not made.
    return variable("HOME").flatMap { access($0, W_OK) == 0 ? "\($0)/.cache/pejl" : nil }
  }

  /// The bytes of a file; nil when it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let start = buffer.baseAddress {
        let got = Glibc.read(file, start + count, size - count)
        if got <= 0 { break }
        count += got
      }
    }
    return bytes.count == size ? bytes : nil
  }

  /// Puts `bytes` into the file at `path` in one step; does nothing where that cannot be done.
  static func replace(_ path: String, with bytes: [UInt8]) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    let stage = "\(path).\(getpid())"
    let file = open(stage, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { return }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      written += count
    }
    close(file)
    if written < bytes.count || rename(stage, path) != 0 { unlink(stage) }
  }
}
