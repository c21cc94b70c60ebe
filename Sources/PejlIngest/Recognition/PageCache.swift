internal import Glibc
internal import PejlText

/// Keeps what was recognised, under the hash of what it was recognised in, so that no page is read twice.
///
/// A folder that cannot be written is no error: the page is then recognised again next time. Only the user may read what is
/// kept, since answers hold personal data.
struct PageCache: Sendable {
  /// Changes when what is kept, or how pages are recognised, changes.
  private static let version = "1"
  /// More than any page of words takes, in bytes.
  private static let mostBytes = 16 << 20

  /// The folder; it is made when the first page is kept. Nil keeps nothing.
  let folder: String?

  /// The name under which a page is kept.
  ///
  /// - Parameters:
  ///   - content: the hash of the file.
  ///   - page: the page, from 1.
  ///   - language: the model that it is recognised with.
  /// - Returns: the name of a file.
  static func key(content: String, page: Int, language: String) -> String {
    ContentHash.sha256(Array("\(version) \(content) \(page) \(language)".utf8)) + ".tsv"
  }

  /// The page that is kept under `key`.
  func page(_ key: String) -> RecognizedPage? {
    guard let folder, let bytes = try? FileBytes.read(path: "\(folder)/\(key)", limit: Self.mostBytes) else {
      return nil
    }
    return RecognizedPage(bytes)
  }

  /// Keeps the recogniser's table under `key`: whole or not at all.
  func keep(_ table: [UInt8], as key: String) {
    guard let folder, table.count <= Self.mostBytes, Self.make(folder) else { return }
    var template = Array("\(folder)/new-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return }
    let stage = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let written = table.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    guard close(file) == 0, written == table.count, rename(stage, "\(folder)/\(key)") == 0 else {
      unlink(stage)
      return
    }
  }

  /// Makes the folder and those above it.
  private static func make(_ path: String) -> Bool {
    if access(path, W_OK) == 0 { return true }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex, !make(String(path[..<slash])) { return false }
    return mkdir(path, 0o700) == 0 || errno == EEXIST
  }
}
