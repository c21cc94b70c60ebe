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
}
