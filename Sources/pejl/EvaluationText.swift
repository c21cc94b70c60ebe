internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging

/// An evaluation as text for a terminal.
enum EvaluationText {
  /// The levels, and each code if asked.
  static func table(_ evaluation: Evaluation, perCode: Bool) -> String {
    var lines = ["\(evaluation.paragraphs.count) paragraphs", row("", "P", "R", "F1", "mean F1", "gold", "set")]
    for level in Evaluation.Level.allCases {
      guard let score = evaluation.levels[level] else { continue }
      lines.append(row(level.rawValue, score, mean: evaluation.paragraphF1[level]))
    }
    if perCode {
      lines.append("")
      lines += evaluation.codes.map { row($0.code.id, $0.score, mean: nil) }
    }
    return lines.joined(separator: "\n")
  }

  /// The paragraphs where the two differ, with the rules that spoke.
  static func differences(_ evaluation: Evaluation, code: String?, allFacets: Bool) -> String {
    let facets: [Facet.ID] = allFacets || code != nil ? [.strategy, .theme, .stance] : [.strategy]
    var lines: [String] = []
    for paragraph in evaluation.paragraphs {
      for facet in facets {
        let gold = paragraph.gold.codes[facet] ?? []
        let predicted = paragraph.predicted[facet] ?? []
        let missed = gold.subtracting(predicted).sorted()
        let wrong = predicted.subtracting(gold).sorted()
        guard !missed.isEmpty || !wrong.isEmpty else { continue }
        if let code, !missed.contains(code), !wrong.contains(code) { continue }
        lines.append("")
        lines.append(
          "\(paragraph.gold.name)  missed \(list(missed))  wrong \(list(wrong))  right \(list(gold.intersection(predicted).sorted()))"
        )
        lines.append("  \(paragraph.text)")
        for tag in paragraph.tags where tag.facet == facet {
          let reasons = tag.reasons.map { "\($0.rule) \(decimal($0.weight, 2))" }.joined(separator: ", ")
          lines.append("  \(tag.code) \(decimal(tag.score, 2)) \(tag.basis.rawValue): \(reasons)")
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func list(_ codes: [String]) -> String { codes.isEmpty ? "-" : codes.joined(separator: ";") }

  private static func row(_ name: String, _ score: Score, mean: Double?) -> String {
    row(
      name, decimal(score.precision, 3), decimal(score.recall, 3), decimal(score.f1, 3),
      mean.map { decimal($0, 3) } ?? "", "\(score.truePositives + score.falseNegatives)",
      "\(score.truePositives + score.falsePositives)")
  }

  private static func row(_ name: String, _ cells: String...) -> String {
    func pad(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    return name + String(repeating: " ", count: max(1, 12 - name.count)) + cells.map { pad($0, 8) }.joined()
  }

  /// `value` with so many digits behind the point.
  static func decimal(_ value: Double, _ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let whole = Int((value * scale).rounded())
    let text = String(repeating: "0", count: max(0, digits + 1 - String(abs(whole)).count)) + String(abs(whole))
    return (whole < 0 ? "-" : "") + text.dropLast(digits) + "." + text.suffix(digits)
  }
}
