package import PejlAnalysis
package import PejlCodebook
package import PejlTagging

/// A passage that a person coded, and what Pejl sees in it.
package struct CodedObservation: Sendable {
  /// What the passage shows.
  package let observation: Observation
  /// The person's codes by facet.
  package let codes: [Facet.ID: Set<String>]
  /// Who wrote the passage: passages of one author are never on both sides of a cross-validation.
  package let author: String
  /// Whether it stands in a whole answer; single passages are picked to bear codes, and tell less of how common they are.
  package let isInAnswer: Bool

  /// A coded passage.
  package init(observation: Observation, codes: [Facet.ID: Set<String>], author: String, isInAnswer: Bool) {
    self.observation = observation
    self.codes = codes
    self.author = author
    self.isInAnswer = isInAnswer
  }

  /// A coded paragraph; nil when it holds several passages or none, so that nobody knows which of them bears the codes.
  package init?(_ paragraph: CodedParagraph) {
    guard paragraph.observations.count == 1 else { return nil }
    self.init(
      observation: paragraph.observations[0], codes: paragraph.gold.codes,
      author: paragraph.author,
      isInAnswer: paragraph.gold.file != nil)
  }
}
