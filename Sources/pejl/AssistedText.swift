internal import PejlAnalysis
internal import PejlPipeline

/// What a person's decisions gained, as text for a terminal.
enum AssistedText {
  private static let titles: [AssistedCurve.Way: String] = [
    .assisted: "decided in review order, and learnt from", .unlearnt: "decided in review order, nothing learnt",
    .shuffled: "decided by chance, and learnt from", .chance: "decided by chance, nothing learnt",
  ]

  /// The F1 at each step, on what is undecided and on all paragraphs.
  static func text(_ curve: AssistedCurve) -> String {
    let levels = curve.steps.first?.rest.levels.map(\.level) ?? []
    var table = TextTable(
      ["share", "decided"] + levels.map { "\($0.rawValue)" } + levels.map { "all: \($0.rawValue)" })
    for step in curve.steps {
      table.add(
        ["\(Int((step.share * 100).rounded())) %", "\(step.decided)"]
          + levels.map { f1(step.rest, $0) } + levels.map { f1(step.all, $0) })
    }
    return "\(titles[curve.way] ?? ""): F1 on the undecided rest, then on all paragraphs\n\(table.text)"
  }

  private static func f1(_ evaluation: Evaluation, _ level: CodingLevel) -> String {
    evaluation.levels.first { $0.level == level }?.tally.score.f1.decimals(3) ?? "-"
  }
}
