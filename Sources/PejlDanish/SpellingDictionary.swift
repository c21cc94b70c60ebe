internal import CHunspell
internal import Glibc
internal import PejlCache
internal import PejlText
internal import Synchronization

/// The Danish dictionary of hunspell: stems and spelling, each word asked once. Not thread-safe; each worker opens its own.
final class SpellingDictionary {
  /// A number that changes when the dictionary does.
  let fingerprint: UInt64
  private let base: String
  private let cache: SpellingCache
  /// Opened for the first word that nothing is known of.
  private var handle: OpaquePointer?

  /// Where Debian's package puts the dictionary.
  static let folder = "/usr/share/hunspell"

  /// By dictionary: those that are open and that nobody uses now; to open one takes as long as to tag a short text.
  private static let idle = Mutex<[UInt64: [UInt]]>([:])

  /// One cache for each dictionary, shared by the workers.
  private static let caches = Mutex<[UInt64: SpellingCache]>([:])

  /// The files of a dictionary.
  static func files(_ base: String) -> [String] { ["\(base).aff", "\(base).dic"] }

  /// Opens the dictionary of `language`.
  ///
  /// - Throws: ``InvalidInput`` when it is not installed, with the package that holds it.
  init(language: String, folder: String = SpellingDictionary.folder) throws {
    base = "\(folder)/\(language)"
    guard access("\(base).aff", R_OK) == 0, access("\(base).dic", R_OK) == 0 else {
      throw InvalidInput(
        code: "danish.dictionary", "the dictionary \(base).dic cannot be read; install the package hunspell-da",
        path: "\(base).dic")
    }
    let fingerprint = FileStamp.of(Self.files(base))
    self.fingerprint = fingerprint
    cache = Self.caches.withLock { caches in
      if let known = caches[fingerprint] { return known }
      if caches.isEmpty { atexit { SpellingDictionary.save() } }
      let cache = SpellingCache(fingerprint: fingerprint)
      caches[fingerprint] = cache
      return cache
    }
  }

  deinit {
    guard let handle else { return }
    let fingerprint = fingerprint
    let address = UInt(bitPattern: handle)
    Self.idle.withLock { $0[fingerprint, default: []].append(address) }
  }

  /// The dictionary forms of `word`; of a compound, those of its last part.
  func stems(_ word: String) -> [String] {
    if let known = cache.answer(word)?.stems { return known }
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    let handle = opened()
    let count = Hunspell_stem(handle, &list, word)
    defer { Hunspell_free_list(handle, &list, count) }
    let stems = (0..<Int(count)).compactMap { list?[$0].map { String(cString: $0) } }
    cache.add(word, stems: stems)
    return stems
  }

  /// Whether the dictionary knows `word`.
  func knows(_ word: String) -> Bool {
    if let known = cache.answer(word)?.isKnown { return known }
    let isKnown = Hunspell_spell(opened(), word) != 0
    cache.add(word, isKnown: isKnown)
    return isKnown
  }

  /// Keeps for later runs what has been learnt in this one.
  private static func save() {
    for cache in caches.withLock({ Array($0.values) }) { cache.save() }
  }

  /// Opens it before the first word that nothing is known of.
  func open() { _ = opened() }

  private func opened() -> OpaquePointer? {
    if handle == nil {
      let waiting = Self.idle.withLock { $0[fingerprint]?.popLast() }
      handle = waiting.flatMap { OpaquePointer(bitPattern: $0) } ?? Hunspell_create("\(base).aff", "\(base).dic")
    }
    return handle
  }
}
