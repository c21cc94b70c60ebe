internal import PejlCache
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
  private static let mostWords = 500_000
  /// Fewer new answers are not worth writing, nor are fewer than this part of all: the whole file is written anew.
  private static let leastNew = 50
  private static let leastNewPart = 100
  /// No more new answers are held at once; words that are met later are asked for again.
  private static let mostNew = 100_000
  /// Longer words are not kept; the file has one byte for the length.
  static let longestWord = 200

  private let path: String?
  private let fingerprint: UInt64
  private let table: SpellingTable
  private let fresh = Mutex(NewAnswers())

  /// The answers kept for the dictionary of `fingerprint`.
  init(fingerprint: UInt64) {
    self.fingerprint = fingerprint
    path = CacheFolder.path.map { "\($0)/words-\(String(fingerprint, radix: 16))" }
    table =
      path.flatMap { MappedFile($0) }.flatMap { SpellingTable($0, fingerprint: fingerprint) } ?? SpellingTable()
  }

  /// What is known of `word`.
  func answer(_ word: String) -> Answer? {
    if let known = table.answer(word), known.isKnown != nil, known.stems != nil { return known }
    return fresh.withLock { $0.answer(word) } ?? table.answer(word)
  }

  /// Adds an answer of the dictionary.
  func add(_ word: String, isKnown: Bool? = nil, stems: [String]? = nil) {
    fresh.withLock { known in
      let own = known.answer(word)
      guard own != nil || known.count < Self.mostNew else { return }
      let old = own ?? table.answer(word)
      known.set(word, Answer(isKnown: isKnown ?? old?.isKnown, stems: stems ?? old?.stems))
    }
  }

  /// Writes what has been learnt, if it is worth it; a failure costs nothing but time in the next run.
  func save() {
    let added = fresh.withLock { known in
      defer { known = NewAnswers() }
      return known
    }
    let least = max(Self.leastNew, table.count / Self.leastNewPart)
    guard let path, added.count >= least, table.count + added.count <= Self.mostWords else { return }
    CacheFolder.replace(path, with: table.adding(added, fingerprint: fingerprint))
  }
}
