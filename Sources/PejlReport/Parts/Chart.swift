internal import PejlAnalysis
internal import PejlCodebook

/// The bar chart of one guidepost: how many parties touched each objective.
struct Chart {
  let context: ReportContext
  let guidepost: Code

  private static let rowHeight = 42

  /// The values of the template `chart`; bars are measured in percent, so that the chart fits any width.
  var fields: Fields {
    let words = context.words
    let columns = context.analysis.coverage.columns.filter { $0.code.parent == guidepost.id }
    let whole = context.analysis.coverage.columns.first { $0.code.id == guidepost.id }
    let scale = max(context.analysis.parties.count, 1)
    let bars = columns.enumerated().map { index, column -> Fields in
      let top = index * Self.rowHeight
      return [
        "label": ShownText.shortened(context.label(column.code), to: 46),
        "address": context.address(of: column.code),
        "value": column.parties == 0 ? words["none"] : words.number(column.parties),
        "isZero": column.parties == 0,
        "percent": "\((Double(column.parties) * 100 / Double(scale)).twoDecimals)%",
        "textY": String(top + 14), "barY": String(top + 21),
      ]
    }
    return [
      "chartID": "chart-\(context.hues.numbers[guidepost.id] ?? 0)",
      "hue": context.hue(of: guidepost.id),
      "code": guidepost.id,
      "guidepostAddress": context.address(of: guidepost),
      "name": guidepost.name,
      "share": whole.map { context.share(heard: $0.heardParties, all: $0.parties) },
      "height": String(columns.count * Self.rowHeight),
      "bars": bars,
      "title": words.filled("chart.title", ["guidepost": context.label(guidepost)]),
      "description": columns.map {
        "\(context.label($0.code)): \(context.share(heard: $0.heardParties, all: $0.parties))"
      }.joined(separator: "; "),
    ]
  }
}
