internal import PejlCache
internal import PejlDanish
internal import PejlIngest

/// Remembers of which codebooks all examples came out right, so that they are run once for each change and not at each start.
///
/// What is remembered holds for one codebook, byte by byte, one dictionary and one build of the program; it is kept in the
/// user's cache folder and may be deleted at any time.
enum VerifiedCodebooks {
  /// So many are remembered, the latest last.
  private static let most = 100
  private static var path: String? { CacheFolder.path.map { "\($0)/verified" } }

  /// The name of a codebook together with what its examples are run with.
  static func key(fingerprint: String, lexicon: Lexicon) -> String {
    let program = FileStamp.of(["/proc/self/exe"])
    return String(ContentHash.sha256(Array("\(fingerprint) \(lexicon.fingerprint) \(program)".utf8)).prefix(32))
  }

  /// Whether the examples are known to come out right.
  static func contains(_ key: String) -> Bool { lines.contains(key[...]) }

  /// Remembers that they came out right.
  static func insert(_ key: String) {
    guard let path else { return }
    let kept = lines.suffix(most - 1) + [key[...]]
    CacheFolder.replace(path, with: kept.flatMap { Array($0.utf8) + [0x0A] })
  }

  private static var lines: [Substring] {
    path.flatMap { CacheFolder.read($0) }.map { String(decoding: $0, as: UTF8.self).split(separator: "\n") } ?? []
  }
}
