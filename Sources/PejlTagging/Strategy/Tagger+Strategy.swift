internal import PejlCodebook
internal import PejlSegment

extension Tagger {
  /// The tags of the strategy: references first, then rules, weighed by the heading above.
  func strategyTags(_ reading: Reading, _ weighing: Weighing, _ above: [String]) -> [Tag] {
    guard let facet = compiled.head.facet(.strategy) else { return [] }
    let weighed = weighing.candidates
    let pages = reading.references.filter(\.isPage)
    let families = Set(above.map { facet.guidepost(of: $0) })
    var chosen = facet.choose(Array(weighed.values), compiled.head.calibration(.strategy))
    if reading.quotedShare >= Self.quotationShare {
      chosen += weighed.values.filter { own in own.basis == .quotation && !chosen.contains { $0.code == own.code } }
    }
    if compiled.calibrations[.strategy] == nil, !families.isEmpty,
      !chosen.contains(where: { families.contains(facet.guidepost(of: $0.code)) })
    {
      chosen += fallback(weighed, families, above, facet)
    }
    if chosen.isEmpty, let page = pages.first { chosen = [self.page(page, weighed, facet)] }
    // The most precise objective stands for its guidepost, unless the guidepost is named.
    let objectives = Set(chosen.compactMap { facet.parent(of: $0.code) })
    chosen.removeAll { objectives.contains($0.code) && $0.basis > .reference }
    return chosen.sorted { $0.order < $1.order }.map { tag($0, reading, .strategy, weighing) }
  }

  /// The candidates of a facet before a calibration weighs them: what rules found, and in the strategy what is named or quoted.
  func candidates(_ reading: Reading, _ facet: Facet, _ context: ResponseContext) -> [String: Candidate] {
    var candidates = reading.candidates[facet.id] ?? [:]
    guard facet.id == .strategy else { return candidates }
    func candidate(_ code: String) -> Candidate {
      candidates[code]
        ?? Candidate(code: code, order: facet.order(of: code), score: 0, basis: .heading, reasons: [])
    }
    for quotation in reading.quotations {
      guard let code = quotation.code else { continue }
      var own = candidate(code)
      own.add(
        Tag.Reason(rule: "quotation", weight: facet.threshold, evidence: [quotation.evidence]), basis: .quotation)
      candidates[code] = own
    }
    for reference in reading.references where !reference.isPage {
      var own = candidate(reference.code)
      own.add(
        Tag.Reason(rule: reference.rule, weight: facet.threshold, evidence: [reference.evidence]), basis: .reference)
      candidates[reference.code] = own
    }
    // A calibration weighs the heading itself.
    let families = Set(context.named.map { facet.guidepost(of: $0) })
    if !families.isEmpty, reading.passage.kind != .heading, compiled.calibrations[.strategy] == nil {
      weigh(&candidates, families, facet)
    }
    return candidates
  }

  private func weigh(_ candidates: inout [String: Candidate], _ families: Set<String>, _ facet: Facet) {
    let context = compiled.head.context
    for code in candidates.keys {
      let factor = families.contains(facet.guidepost(of: code)) ? context.inside : context.outside
      guard var own = candidates[code], factor != 1, own.basis > .reference else { continue }
      own.reasons = own.reasons.map { Tag.Reason(rule: $0.rule, weight: $0.weight * factor, evidence: $0.evidence) }
      own.score *= factor
      candidates[code] = own
    }
  }

  /// What a page alone gives: the best code of the chapter that stands there, else the chapter.
  private func page(
    _ page: ReferenceFinder.Reference, _ candidates: [String: Candidate], _ facet: Facet
  ) -> Candidate {
    let reason = Tag.Reason(rule: page.rule, weight: facet.threshold, evidence: [page.evidence])
    var own =
      best(of: [page.code], candidates, facet)
      ?? Candidate(code: page.code, order: facet.order(of: page.code), score: 0, basis: .reference, reasons: [])
    own.add(reason, basis: .reference)
    return own
  }

  /// The best code of the guideposts `families` that reaches the fallback score.
  private func best(of families: Set<String>, _ candidates: [String: Candidate], _ facet: Facet) -> Candidate? {
    candidates.values.filter {
      families.contains(facet.guidepost(of: $0.code)) && $0.score >= compiled.head.context.fallback
    }.max { $0.score == $1.score ? $0.order > $1.order : $0.score < $1.score }
  }

  /// What the heading alone gives, when no code of its guidepost has become a tag.
  private func fallback(
    _ candidates: [String: Candidate], _ families: Set<String>, _ above: [String], _ facet: Facet
  ) -> [Candidate] {
    if let best = best(of: families, candidates, facet) { return [best] }
    return above.prefix(1).map { code in
      let reason = Tag.Reason(rule: "heading", weight: facet.threshold, evidence: [])
      return Candidate(
        code: code, order: facet.order(of: code), score: reason.weight, basis: .heading, reasons: [reason])
    }
  }
}
