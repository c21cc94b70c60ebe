package import PejlCodebook
internal import PejlSegment
package import PejlTagging

/// What a person may decide on in one step: a passage, or the passages of a coded paragraph.
package struct ReviewItem: Sendable {
  /// A code, and how likely what was decided on it is wrong.
  package struct Doubt: Sendable, Hashable {
    /// The facet.
    package let facet: Facet.ID
    /// The code.
    package let code: String
    /// Whether it became a tag.
    package let isSet: Bool
    /// How certain it is that the code belongs there, from 0 to 1.
    package let certainty: Double

    /// A doubt.
    package init(facet: Facet.ID, code: String, isSet: Bool, certainty: Double) {
      self.facet = facet
      self.code = code
      self.isSet = isSet
      self.certainty = certainty
    }

    /// The part of an error that is to be expected: what the certainty says against the decision.
    package var error: Double { isSet ? 1 - certainty : certainty }
  }

  /// Every code of every facet that a person codes, with its doubt, in the codebook's order.
  package let doubts: [Doubt]
  /// The words.
  package let words: Set<String>

  /// An item.
  package init(doubts: [Doubt], words: Set<String>) {
    self.doubts = doubts
    self.words = words
  }

  /// What `passages` leave open; they must have kept what they showed. Headings take no decision: they do not count.
  package init(_ passages: [TaggedPassage], codebook: Codebook) {
    let read = passages.filter { $0.passage.kind != .heading }
    self.init(
      read.compactMap(\.observation),
      tags: Dictionary(grouping: read.flatMap(\.tags), by: \.facet).mapValues { Set($0.map(\.code)) },
      codebook: codebook)
  }

  /// What a coded paragraph leaves open.
  package init(_ paragraph: CodedParagraph, codebook: Codebook) {
    self.init(paragraph.observations, tags: paragraph.predicted, codebook: codebook)
  }

  private init(_ observations: [Observation], tags: [Facet.ID: Set<String>], codebook: Codebook) {
    var doubts: [Doubt] = []
    for facet in codebook.facets where facet.id != .frame && !observations.isEmpty {
      for (index, code) in facet.codes.enumerated() {
        // A paragraph bears a code when any of its passages does.
        let against = observations.map { 1 - ($0.certainties[facet.id]?[index] ?? 0) }.reduce(1, *)
        doubts.append(
          Doubt(
            facet: facet.id, code: code.id, isSet: tags[facet.id]?.contains(code.id) == true, certainty: 1 - against))
      }
    }
    self.init(doubts: doubts, words: Set(observations.flatMap { $0.words.map(\.form) }))
  }

  /// The errors that are to be expected in all codes of all facets.
  package var expectedErrors: Double { doubts.map(\.error).reduce(0, +) }
}
