internal import PejlAnalysis

/// Figures between 0 and 1 as the page shows them.
struct FigureText {
  let words: Words

  /// The height of a row of the chart, in pixels.
  static let rowHeight = 46

  /// A part or an F1 with two decimals.
  func ratio(_ value: Double) -> String { value.twoDecimals.replacingPoint(with: words["number.decimal"]) }

  /// The same, or a dash where there is nothing to divide by.
  func ratio(_ value: Double?) -> String { value.map { ratio($0) } ?? words["number.none"] }

  /// A difference with its sign.
  func difference(_ value: Double) -> String {
    let text = ratio(value)
    if text == ratio(0) { return text }
    return text.hasPrefix("-") ? words["number.minus"] + text.dropFirst() : words["number.plus"] + text
  }

  /// From and to.
  func interval(_ interval: Interval?) -> String {
    interval.map { words.filled("number.interval", ["low": ratio($0.low), "high": ratio($0.high)]) }
      ?? words["number.none"]
  }

  /// From and to with signs.
  func differences(_ interval: Interval?) -> String {
    interval.map { words.filled("number.differences", ["low": difference($0.low), "high": difference($0.high)]) }
      ?? words["number.none"]
  }

  /// Precision, recall, F1 and the counts.
  func fields(of score: Score) -> Fields {
    let set = score.truePositives + score.falsePositives
    let gold = score.truePositives + score.falseNegatives
    return [
      "precision": set == 0 ? words["number.none"] : ratio(score.precision),
      "recall": gold == 0 ? words["number.none"] : ratio(score.recall),
      "f1": score.isEmpty ? words["number.none"] : ratio(score.f1), "gold": words.number(gold),
      "set": words.number(set), "right": words.number(score.truePositives),
    ]
  }

  /// A bar with its interval, in percent of the chart's width.
  func bar(_ index: Int, _ value: Double, _ interval: Interval?) -> Fields {
    let top = index * Self.rowHeight
    return [
      "textY": String(top + 16), "trackY": String(top + 26), "spanY": String(top + 24), "dotY": String(top + 30),
      "dotX": percent(value), "hasSpan": interval != nil, "spanX": interval.map { percent($0.low) },
      "spanWidth": interval.map { percent($0.high - $0.low) },
    ]
  }

  private func percent(_ value: Double) -> String { "\((value * 100).twoDecimals)%" }
}
