public import PejlCodebook
public import PejlTagging
public import PejlText

/// A coded paragraph beside the tags that Pejl set on the same words.
public struct CodedParagraph: Sendable {
  /// What the person coded.
  public let gold: GoldFile.Row
  /// The path of the gold file.
  public let goldPath: String
  /// The answer that the paragraph stands in; the gold file for a row that holds its own text.
  public let source: String
  /// The paragraph.
  public let text: String
  /// Where `text` lies in the document that spans of evidence point into.
  public let span: TextSpan
  /// The tags that Pejl set.
  public let tags: [Tag]
  /// The codes that had evidence in a passage and did not become tags there; another passage of the paragraph may bear them.
  public let rejected: [Tag]
  /// Why passages of the paragraph were set aside; each reason once, in the order of the passages.
  public let setAside: [String]
  /// What its passages showed before anything was decided, where the tagger kept that.
  package let observations: [Observation]
  /// What Pejl set, by facet.
  public let predicted: [Facet.ID: Set<String>]

  /// A paragraph with what both set.
  public init(
    gold: GoldFile.Row, goldPath: String, source: String, text: String, span: TextSpan, passages: [TaggedPassage]
  ) {
    self.gold = gold
    self.goldPath = goldPath
    self.source = source
    self.text = text
    self.span = span
    let tags = passages.flatMap(\.tags)
    self.tags = tags
    predicted = Dictionary(grouping: tags, by: \.facet).mapValues { Set($0.map(\.code)) }
    rejected = passages.flatMap(\.rejected)
    observations = passages.compactMap(\.observation)
    setAside = passages.reduce(into: []) { reasons, passage in
      if case .setAside(let reason) = passage.disposition, !reasons.contains(reason) { reasons.append(reason) }
    }
  }

  /// The same paragraph with the person's codes in the place of Pejl's.
  package var decided: CodedParagraph { CodedParagraph(self, predicted: predicted.merging(gold.codes) { $1 }) }

  /// The same paragraph with `text`, of as many bytes, in the place of its own.
  package func shown(_ text: String) -> CodedParagraph { CodedParagraph(self, predicted: predicted, text: text) }

  private init(_ paragraph: CodedParagraph, predicted: [Facet.ID: Set<String>], text: String? = nil) {
    gold = paragraph.gold
    goldPath = paragraph.goldPath
    source = paragraph.source
    self.text = text ?? paragraph.text
    span = paragraph.span
    tags = paragraph.tags
    rejected = paragraph.rejected
    setAside = paragraph.setAside
    observations = paragraph.observations
    self.predicted = predicted
  }

  /// The surest tag of a code that Pejl set, if it set the code.
  public func tag(_ code: String, _ facet: Facet.ID) -> Tag? { Self.surest(tags, code, facet) }
  /// The strongest evidence for a code that Pejl did not set, if there was any.
  public func nearMiss(_ code: String, _ facet: Facet.ID) -> Tag? { Self.surest(rejected, code, facet) }

  /// The codes of `facet` that the person set and Pejl did not.
  public func missed(_ facet: Facet.ID) -> Set<String> {
    (gold.codes[facet] ?? []).subtracting(predicted[facet] ?? [])
  }
  /// The codes of `facet` that Pejl set and the person did not.
  public func wrong(_ facet: Facet.ID) -> Set<String> {
    (predicted[facet] ?? []).subtracting(gold.codes[facet] ?? [])
  }

  private static func surest(_ tags: [Tag], _ code: String, _ facet: Facet.ID) -> Tag? {
    // The first of equals, so that the order of passages decides.
    tags.filter { $0.code == code && $0.facet == facet }.reduce(nil) { best, tag in
      best.map { $0.score >= tag.score ? $0 : tag } ?? tag
    }
  }
}
