internal import PejlCodebook

/// A code that Pejl set where a person set another.
public struct Confusion: Sendable, Hashable {
  /// The code that the person set and Pejl did not.
  public let missed: String
  /// The code that Pejl set and the person did not.
  public let set: String
  /// The paragraphs in which it happened, as places in the evaluation.
  public let paragraphs: [Int]

  /// The confusions of the facet `strategy`, the most frequent first, then in the order of `codes`.
  ///
  /// Each missed code of a paragraph is paired with each code that was set wrongly there.
  static func all(_ paragraphs: [CodedParagraph], order codes: [String]) -> [Confusion] {
    struct Pair: Hashable {
      let missed: Int
      let set: Int
    }
    let places = Dictionary(codes.enumerated().map { ($1, $0) }) { first, _ in first }
    var found: [Pair: [Int]] = [:]
    for (index, paragraph) in paragraphs.enumerated() {
      let missed = paragraph.missed(.strategy).compactMap { places[$0] }
      let wrong = paragraph.wrong(.strategy).compactMap { places[$0] }
      for one in missed { for other in wrong { found[Pair(missed: one, set: other), default: []].append(index) } }
    }
    return found.sorted { left, right in
      (right.value.count, left.key.missed, left.key.set) < (left.value.count, right.key.missed, right.key.set)
    }.map { Confusion(missed: codes[$0.key.missed], set: codes[$0.key.set], paragraphs: $0.value) }
  }
}
