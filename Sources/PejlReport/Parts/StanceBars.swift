internal import PejlAnalysis
internal import PejlCodebook

/// The small figure of one code: how many of its passages bear each stance, all figures on the same scale.
struct StanceBars {
  let context: ReportContext
  let stances: [Code]
  /// The greatest count of all figures that stand together.
  let scale: Int

  /// Figures for `contents` that can be compared.
  init(context: ReportContext, contents: [CodeContent]) {
    self.context = context
    stances = context.analysis.codebook.codes(.stance)
    let stances = stances
    scale = contents.flatMap { $0.counts(of: stances) }.max() ?? 0
  }

  /// The values of the template `stance-bars`.
  func fields(_ content: CodeContent) -> Fields {
    let words = context.words
    let coverage = context.share(of: content.parties)
    return [
      "hue": context.hue(of: content.code.id), "code": content.code.facet == .stance ? nil : content.code.id,
      "name": content.code.name, "address": context.address(of: content.code),
      "isEmpty": content.entries.isEmpty, "share": coverage,
      "passages": words.count(content.entries.count, "passage"),
      "hasBars": content.code.facet != .stance && !stances.isEmpty && !content.entries.isEmpty,
      "bars": content.code.facet == .stance ? [] : bars(content),
    ]
  }

  private func bars(_ content: CodeContent) -> [Fields] {
    zip(stances, content.counts(of: stances)).map { stance, count in
      [
        "stance": context.words.text("stance.\(stance.id).short") ?? stance.name,
        "count": context.words.number(count), "isZero": count == 0,
        "percent": "\((Double(count) * 100 / Double(max(scale, 1))).twoDecimals)%",
      ]
    }
  }
}
