internal import PejlDanish
internal import PejlTagging

/// The words that may be learnt from a set of passages: those in enough passages by more than one author.
struct WordTable: Sendable {
  /// The words, as terms of a codebook.
  let terms: [String]
  /// By passage: the numbers of its words, rising.
  let rows: [[Int32]]

  /// The part of the passages beyond which a word tells nothing.
  private static let commonShare = 0.3

  init(_ examples: [CodedObservation], lexicon: Lexicon, leastPassages: Int) {
    let learnable = LearnableWords(examples.map(\.observation.words), lexicon: lexicon)
    let found = examples.map { learnable.terms($0.observation.words) }
    var passages: [String: [Int32]] = [:]
    for (row, terms) in found.enumerated() {
      for term in terms { passages[term, default: []].append(Int32(row)) }
    }
    let authors = examples.map(\.author)
    let isOneVoice = Set(authors).count < 2
    let most = Int(Self.commonShare * Double(examples.count))
    let kept = passages.filter { _, rows in
      rows.count >= leastPassages && rows.count <= most
        && (isOneVoice || rows.contains { authors[Int($0)] != authors[Int(rows[0])] })
    }
    // Of words that stand in the same passages the simplest speaks for all.
    var taken: Set<[Int32]> = []
    terms = kept.keys.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }.filter {
      taken.insert(kept[$0] ?? []).inserted
    }
    var rows = [[Int32]](repeating: [], count: examples.count)
    for (number, term) in terms.enumerated() {
      for row in kept[term] ?? [] { rows[Int(row)].append(Int32(number)) }
    }
    self.rows = rows
  }
}
