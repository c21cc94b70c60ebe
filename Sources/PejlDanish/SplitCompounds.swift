package import PejlCache

/// Finds compounds of a set of words that are written apart, such as `pårørende råd` for `pårørenderåd`.
///
/// Beside what ``Lexicon/joins(_:_:)`` tells of any two words, a first part that is a word of its own is joined to the next
/// when one of the set comes out. Prepositions and the like are never joined: `med ansvar` is not `medansvar`.
public struct SplitCompounds: Sendable {
  private let words: FormTable
  /// Hashes of what the words begin with, so that most pairs of neighbours are done with at a glance.
  private let beginnings: NumbersByHash

  /// The compounds among `words`, which are dictionary forms in small letters.
  public init(words: [String]) {
    var table = FormTable()
    var beginnings: Set<UInt64> = []
    for word in words {
      _ = table.number(of: Array(word.utf8))
      var hash = Self.seed
      for byte in word.utf8.dropLast() {
        hash = Self.hash(hash, byte)
        beginnings.insert(hash)
      }
    }
    self.words = table
    self.beginnings = NumbersByHash(beginnings.sorted().map { ($0, 0) })
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  private func begins(_ bytes: some Sequence<UInt8>) -> Bool { beginnings.contains(bytes.reduce(Self.seed, Self.hash)) }

  /// Whether the other ones are the same.
  package func hasSameWords(as other: SplitCompounds) -> Bool {
    words.count == other.words.count && (0..<words.count).allSatisfy { words[$0] == other.words[$0] }
  }

  /// Whether anything that begins with the form could be joined; cheap to ask before the next word is looked at.
  public func canBegin(_ first: Int, lexicon: Lexicon) -> Bool {
    Lexicon.canBeginJoined(lexicon.bytes(first)) && (begins(lexicon.bytes(first)) || lexicon.isBrokenOff(first))
  }

  /// Whether the form could be joined to anything before it.
  public func canEnd(_ second: Int, lexicon: Lexicon) -> Bool { Lexicon.canEndJoined(lexicon.bytes(second)) }

  /// The number of the form that two neighbouring forms, with nothing but white space between them, are when they are one
  /// compound; nil when they are not.
  public func joined(_ first: Int, _ second: Int, lexicon: Lexicon) -> Int? {
    // Copies: the lexicon grows below, and would be copied whole while a part of it is held.
    let (front, back) = (Array(lexicon.bytes(first)), Array(lexicon.bytes(second)))
    let joins = lexicon.joins(first, second)
    // A head whose dictionary form begins with another letter is not looked for: few such heads are written apart, and
    // the dictionary would be asked for most pairs of neighbours.
    guard joins || begins(front + back.prefix(1)) && Lexicon.canJoin(front[...], back[...]) else { return nil }
    let number = lexicon.number(of: front + back)
    return joins || lexicon.lemmas(number).contains { words.find(Array($0.utf8).span) != nil } ? number : nil
  }

  /// Keeps the compounds in a file of the cache.
  package func write(to writer: inout CacheWriter) {
    words.write(to: &writer)
    beginnings.write(to: &writer)
  }

  /// The compounds that ``write(to:)`` kept.
  ///
  /// - Throws: ``CacheReader/Damaged`` when they do not follow.
  package init(_ reader: inout CacheReader) throws {
    words = try FormTable(&reader)
    beginnings = try NumbersByHash(&reader)
  }
}
