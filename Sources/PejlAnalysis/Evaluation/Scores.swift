public import PejlCodebook

/// Precision, recall and F1 of one code or one set of codes.
public struct Score: Sendable, Hashable {
  /// Codes that both set.
  public var truePositives = 0
  /// Codes that Pejl set and the person did not.
  public var falsePositives = 0
  /// Codes that the person set and Pejl did not.
  public var falseNegatives = 0

  /// Nothing counted yet.
  public init() {}

  /// The part of Pejl's codes that are right; 0 when it set none.
  public var precision: Double { ratio(truePositives, truePositives + falsePositives) }
  /// The part of the person's codes that Pejl found; 0 when there are none.
  public var recall: Double { ratio(truePositives, truePositives + falseNegatives) }
  /// The harmonic mean of precision and recall; 1 when there was nothing to find and nothing was set.
  public var f1: Double {
    let all = 2 * truePositives + falsePositives + falseNegatives
    return all == 0 ? 1 : Double(2 * truePositives) / Double(all)
  }

  /// Counts one paragraph's codes.
  public mutating func count(gold: Set<String>, predicted: Set<String>) {
    truePositives += gold.intersection(predicted).count
    falsePositives += predicted.subtracting(gold).count
    falseNegatives += gold.subtracting(predicted).count
  }

  /// The counts of both.
  public static func + (left: Score, right: Score) -> Score {
    var sum = left
    sum.truePositives += right.truePositives
    sum.falsePositives += right.falsePositives
    sum.falseNegatives += right.falseNegatives
    return sum
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}

/// How well the tags agree with a person's codes.
public struct Evaluation: Sendable {
  /// A level at which codes are compared.
  public enum Level: String, Sendable, CaseIterable {
    /// The codes of the facet `strategy` as they are.
    case objective
    /// Objectives counted as their guidepost.
    case guidepost
    /// The facet `theme`.
    case theme
    /// The facet `stance`.
    case stance
  }

  /// The paragraphs that were compared.
  public let paragraphs: [CodedParagraph]
  /// Micro averages by level.
  public let levels: [Level: Score]
  /// Per-paragraph F1, averaged over the paragraphs in which either set a code, by level.
  public let paragraphF1: [Level: Double]
  /// Each code's own score, in the codebook's order.
  public let codes: [(code: Code, score: Score)]

  /// Compares the paragraphs.
  public init(_ paragraphs: [CodedParagraph], codebook: Codebook) {
    self.paragraphs = paragraphs
    let parents = Dictionary(
      codebook.codes(.strategy).map { ($0.id, $0.parent ?? $0.id) }
    ) { first, _ in first }
    var levels: [Level: Score] = [:]
    var means: [Level: Double] = [:]
    for level in Level.allCases {
      var score = Score()
      var sum = 0.0
      var counted = 0
      for paragraph in paragraphs {
        let (gold, predicted) = Self.codes(of: paragraph, level, parents)
        score.count(gold: gold, predicted: predicted)
        guard !gold.isEmpty || !predicted.isEmpty else { continue }
        sum += Double(2 * gold.intersection(predicted).count) / Double(gold.count + predicted.count)
        counted += 1
      }
      levels[level] = score
      means[level] = counted == 0 ? 1 : sum / Double(counted)
    }
    self.levels = levels
    paragraphF1 = means
    codes = codebook.facets.filter { $0.id != .frame }.flatMap { facet in
      facet.codes.map { code in
        var score = Score()
        for paragraph in paragraphs {
          score.count(
            gold: (paragraph.gold.codes[facet.id] ?? []).intersection([code.id]),
            predicted: (paragraph.predicted[facet.id] ?? []).intersection([code.id]))
        }
        return (code, score)
      }
    }
  }

  private static func codes(
    of paragraph: CodedParagraph, _ level: Level, _ parents: [String: String]
  ) -> (gold: Set<String>, predicted: Set<String>) {
    let facet: Facet.ID =
      switch level {
      case .objective, .guidepost: .strategy
      case .theme: .theme
      case .stance: .stance
      }
    let gold = paragraph.gold.codes[facet] ?? []
    let predicted = paragraph.predicted[facet] ?? []
    guard level == .guidepost else { return (gold, predicted) }
    return (Set(gold.map { parents[$0] ?? $0 }), Set(predicted.map { parents[$0] ?? $0 }))
  }
}
