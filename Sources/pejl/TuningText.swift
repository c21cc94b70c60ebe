internal import PejlAnalysis
internal import PejlCodebook
internal import PejlPipeline

/// What tuning came to, as text for a terminal.
enum TuningText {
  /// What was learnt, and what to expect of it on authors who were not seen.
  static func summary(_ result: CodebookTuning.Result, perAuthor: Bool) -> String {
    var lines = ["learnt from \(result.passages) passages"]
    if result.passedOver > 0 {
      lines[0] +=
        "; \(result.passedOver) were passed over: paragraphs of several passages or none, decided passages that are gone"
    }
    for facet in result.learned {
      let own = result.crossValidated.filter { $0.facet == facet.facet }
      lines.append("")
      lines.append(
        "\(facet.facet.rawValue): cutoff \(facet.cutoff.decimals(2)), \(facet.words) words, \(facet.corrections) corrections of rules"
      )
      lines.append("  each author left out:      P      R     F1")
      if perAuthor { lines += own.map { row($0.author, $0.score) } }
      lines.append(row("all", own.map(\.score).reduce(Score(), +)))
    }
    for (facet, decisions) in result.kept {
      lines += [
        "",
        "\(facet.rawValue): \(decisions) decisions, or all without a code, are too few; it keeps what it had learnt",
      ]
    }
    return lines.joined(separator: "\n")
  }

  private static func row(_ name: String, _ score: Score) -> String {
    let short = String(name.split(separator: "/").last ?? "").prefix(22)
    let figures = [score.precision, score.recall, score.f1].map { $0.decimals(3) }
    return "  \(short)" + String(repeating: " ", count: 23 - short.count) + figures.map { "  \($0)" }.joined()
  }

  /// So many lines of a difference are shown unless all are asked for.
  private static let shownLines = 40

  /// The lines that go and come.
  static func difference(before: [UInt8], after: [UInt8], path: String, showsAll: Bool) -> String {
    func lines(_ bytes: [UInt8]) -> [String] {
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    let changes = lines(after).difference(from: lines(before))
    guard !changes.isEmpty else { return "\n\(path) stays as it is" }
    var text = [
      "", "--- \(path)", "+++ \(path), tuned: \(changes.insertions.count) lines come, \(changes.removals.count) go",
    ]
    let shown = changes.sorted { line($0) < line($1) }.prefix(showsAll ? Int.max : shownLines)
    for change in shown {
      switch change {
      case .insert(_, let element, _): text.append("+\(element)")
      case .remove(_, let element, _): text.append("-\(element)")
      }
    }
    if changes.count > shown.count { text.append("… and \(changes.count - shown.count) more; --verbose shows all") }
    return text.joined(separator: "\n")
  }

  /// Where a change stands: removals before what comes in their place.
  private static func line(_ change: CollectionDifference<String>.Change) -> (Int, Int) {
    switch change {
    case .insert(let offset, _, _): (offset, 1)
    case .remove(let offset, _, _): (offset, 0)
    }
  }
}
