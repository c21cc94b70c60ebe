/// A codebook without its rules and words: what decisions, filters and reports name.
public struct CodebookSummary: Sendable, Hashable {
  /// How sure a code must be in a facet that has been tuned.
  public struct Cutoff: Sendable, Hashable {
    /// The facet.
    public let facet: Facet.ID
    /// The least certainty of a tag.
    public let certainty: Double

    /// A cutoff.
    public init(facet: Facet.ID, certainty: Double) {
      self.facet = facet
      self.certainty = certainty
    }
  }

  /// The name of the codebook.
  public let id: String
  /// Its version, as its author counts.
  public let version: String
  /// The language of its words, such as `da`.
  public let language: String
  /// The title that pages show.
  public let title: String
  /// The facets in the order of reports.
  public let facets: [Facet]
  /// The facets that have been tuned.
  public let cutoffs: [Cutoff]
  /// By code: the number of its rules; nothing for a code without rules.
  public let ruleCounts: [String: Int]
  /// The number of all examples.
  public let exampleCount: Int

  /// What is known of a codebook.
  public init(
    id: String, version: String, language: String, title: String, facets: [Facet], cutoffs: [Cutoff],
    ruleCounts: [String: Int], exampleCount: Int
  ) {
    self.id = id
    self.version = version
    self.language = language
    self.title = title
    self.facets = facets
    self.cutoffs = cutoffs
    self.ruleCounts = ruleCounts
    self.exampleCount = exampleCount
  }

  /// The facet of that identifier, if the codebook has it.
  public func facet(_ id: Facet.ID) -> Facet? { facets.first { $0.id == id } }
  /// The codes of a facet in order.
  public func codes(_ facet: Facet.ID) -> [Code] { self.facet(facet)?.codes ?? [] }
  /// The code of that identifier in that facet.
  public func code(_ id: String, in facet: Facet.ID) -> Code? { codes(facet).first { $0.id == id } }
}

extension Codebook {
  /// The codebook without its rules and words.
  public var summary: CodebookSummary {
    CodebookSummary(
      id: id, version: version, language: language, title: title, facets: facets,
      cutoffs: calibrations.map { CodebookSummary.Cutoff(facet: $0.facet, certainty: $0.cutoff) },
      ruleCounts: Dictionary(grouping: rules, by: \.code).mapValues(\.count),
      exampleCount: rules.reduce(0) { $0 + $1.examples.count })
  }
}
