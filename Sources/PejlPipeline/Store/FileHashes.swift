internal import Glibc
internal import PejlIngest
internal import PejlStore
internal import PejlText

/// The hashes of files, without reading those that have not changed since they were last seen.
///
/// A file is taken for unchanged when its size, its times and its number in the file system are what they were, and it had
/// rested for a while when it was looked at: one that was changed just before could have changed again without a sign.
struct FileHashes {
  private let folder: String
  private let now: Int64
  private let known: [String: StoredFile]
  /// The files that were hashed anew.
  private(set) var fresh: [StoredFile] = []

  /// So long a file must have rested, in nanoseconds.
  private static let rest: Int64 = 2_000_000_000

  /// Hashes of files in `folder`.
  ///
  /// - Parameters:
  ///   - folder: what paths are relative to.
  ///   - known: the files that were seen, by path.
  ///   - now: the time, in nanoseconds since 1970.
  init(_ folder: String, known: [String: StoredFile], now: Int64) {
    self.folder = folder
    self.known = known
    self.now = now
  }

  /// The SHA-256 of the file at `path`; nil when there is none that can be read.
  mutating func sha256(_ path: String) -> String? {
    guard var file = StoredFile(at: "\(folder)/\(path)", named: path) else { return nil }
    if let seen = known[path], seen.looksLike(file), seen.seen - seen.changed > Self.rest { return seen.sha256 }
    guard let bytes = try? Files.read("\(folder)/\(path)") else { return nil }
    file.seen = now
    file.sha256 = ContentHash.sha256(bytes)
    fresh.append(file)
    return file.sha256
  }
}

extension StoredFile {
  /// How the file at `path` looks now; nil when there is none.
  init?(at path: String, named name: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status, named: name)
  }

  /// How a file with this status looks.
  init(_ status: stat, named name: String) {
    func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
    self.init(
      path: name, size: Int64(status.st_size), modified: nanoseconds(status.st_mtim),
      changed: nanoseconds(status.st_ctim), inode: Int64(truncatingIfNeeded: status.st_ino))
  }

  /// Whether nothing about the file has changed.
  func looksLike(_ other: StoredFile) -> Bool { isSameContent(as: other) && changed == other.changed }

  /// Whether it is the same file with the same content; its name, and the number of its names, may have changed.
  func isSameContent(as other: StoredFile) -> Bool {
    size == other.size && modified == other.modified && inode == other.inode
  }
}
