public import PejlText

/// Everything that decides what a passage is tagged with.
public struct Codebook: Sendable, Hashable {
  /// A file that the codebook was read from.
  public struct Source: Sendable, Hashable {
    /// The path relative to the folder of the codebook.
    public let path: String
    /// The bytes of the file.
    public let bytes: [UInt8]

    /// A source.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
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
  /// The rules in the order of the files.
  public let rules: [Rule]
  /// What weakens evidence.
  public let dampers: [Damper]
  /// How facets decide that have been tuned; the others add rule weights up.
  public let calibrations: [Calibration]
  /// Words learnt from coded passages.
  public let learnedWords: [LearnedWord]
  /// What coded passages say of rules.
  public let corrections: [RuleCorrection]
  /// The words of explicit references.
  public let references: ReferenceWords
  /// What headings do.
  public let context: HeadingContext
  /// The files that it was read from, the main one first.
  public let sources: [Source]
  /// Findings that do not keep it from being used.
  public let findings: [Diagnostic]

  /// A codebook; ``CodebookReader`` makes it from files.
  public init(
    id: String, version: String, language: String, title: String, facets: [Facet], rules: [Rule], dampers: [Damper],
    calibrations: [Calibration] = [], learnedWords: [LearnedWord] = [], corrections: [RuleCorrection] = [],
    references: ReferenceWords, context: HeadingContext = HeadingContext(), sources: [Source],
    findings: [Diagnostic] = []
  ) {
    self.id = id
    self.version = version
    self.language = language
    self.title = title
    self.facets = facets.sorted { $0.id < $1.id }
    self.rules = rules
    self.dampers = dampers
    self.calibrations = calibrations
    self.learnedWords = learnedWords
    self.corrections = corrections
    self.references = references
    self.context = context
    self.sources = sources
    self.findings = findings
  }

  /// The facet of that identifier, if the codebook has it.
  public func facet(_ id: Facet.ID) -> Facet? { facets.first { $0.id == id } }
  /// The calibration of that facet, if it has been tuned.
  public func calibration(_ id: Facet.ID) -> Calibration? { calibrations.first { $0.facet == id } }
  /// The codebook with other learnt parts in the place of its own.
  public func with(
    calibrations: [Calibration], learnedWords: [LearnedWord], corrections: [RuleCorrection]
  ) -> Codebook {
    Codebook(
      id: id, version: version, language: language, title: title, facets: facets, rules: rules, dampers: dampers,
      calibrations: calibrations, learnedWords: learnedWords, corrections: corrections, references: references,
      context: context, sources: sources, findings: findings)
  }
  /// The codes of a facet in order.
  public func codes(_ facet: Facet.ID) -> [Code] { self.facet(facet)?.codes ?? [] }
  /// The code of that identifier in that facet.
  public func code(_ id: String, in facet: Facet.ID) -> Code? { codes(facet).first { $0.id == id } }
}
