internal import PejlCodebook
internal import PejlDanish
internal import PejlSegment

/// What the passages before say about the one at hand.
struct ResponseContext {
  /// The headings that it stands under, the outermost first, with the codes that they name.
  var headings: [(level: Int, codes: [String])] = []
  /// The frame code whose short lines may follow, with their greatest number of words.
  var tail: (reason: String, words: Int)?

  /// The codes that the innermost heading with any names.
  var named: [String] { headings.last { !$0.codes.isEmpty }?.codes ?? [] }
}

extension Tagger {
  /// The part of a passage that must be quoted for the passage to be set aside as a quotation.
  static let quotationShare = 0.8
  /// So many times its threshold a code must score to keep a passage of frame sentences from being set aside.
  static let overrulesFrame = 2.0

  /// The tags and the fate of a passage, and what else was found in it.
  func decide(_ reading: Reading, _ context: inout ResponseContext) -> TaggedPassage {
    let decided = outcome(reading, &context)
    let rejected = reading.candidates.sorted { $0.key < $1.key }.flatMap { facet, candidates in
      candidates.values.filter { own in
        facet != .frame && !decided.tags.contains { $0.facet == facet && $0.code == own.code }
      }
      .sorted { $0.order < $1.order }.map { $0.tag(facet) }
    }
    return TaggedPassage(
      passage: decided.passage, disposition: decided.disposition, tags: decided.tags, rejected: rejected)
  }

  private func outcome(_ reading: Reading, _ context: inout ResponseContext) -> TaggedPassage {
    let passage = reading.passage
    if let reason = reading.structuralReason { return setAside(passage, reason, tags: []) }
    let decisive = reading.references.filter { !$0.isPage }
    if passage.kind == .heading {
      context.headings.removeAll { $0.level >= passage.level }
      context.headings.append((passage.level, decisive.map(\.code)))
    }
    var strategy = strategyTags(reading, passage.kind == .heading ? [] : context.named)
    if passage.kind != .heading, decisive.isEmpty, reading.quotedShare >= Self.quotationShare {
      strategy = strategy.filter { $0.basis <= .quotation }
      return setAside(passage, "quotation", tags: strategy)
    }
    if strategy.allSatisfy(isWeak), let reason = frame(reading, &context) { return setAside(passage, reason, tags: []) }
    context.tail = nil
    // A heading names what follows; it takes no stand.
    let others = passage.kind == .heading ? [] : tags(reading, .theme) + tags(reading, .stance)
    let tags = strategy + others
    return TaggedPassage(passage: passage, disposition: tags.isEmpty ? .untagged : .tagged, tags: tags)
  }

  /// Whether a tag yields to a frame that covers the whole passage: it rests on the heading, or on few words.
  private func isWeak(_ tag: Tag) -> Bool {
    let threshold = compiled.codebook.facet(.strategy)?.threshold ?? 1
    return tag.basis == .heading || tag.basis == .keyword && tag.score < Self.overrulesFrame * threshold
  }

  private func setAside(_ passage: Passage, _ reason: String, tags: [Tag]) -> TaggedPassage {
    TaggedPassage(passage: passage, disposition: .setAside(reason), tags: tags)
  }

  private func tags(_ reading: Reading, _ id: Facet.ID) -> [Tag] {
    guard let facet = compiled.codebook.facet(id), let candidates = reading.candidates[id] else { return [] }
    return facet.choose(Array(candidates.values)).sorted { $0.order < $1.order }.map { $0.tag(id) }
  }

  /// The frame code that every sentence of the passage belongs to, if there is one.
  private func frame(_ reading: Reading, _ context: inout ResponseContext) -> String? {
    let sentences = reading.scan.text.sentences.count
    let words = reading.scan.text.tokens.count
    if sentences == 0 { return "empty" }
    if let tail = context.tail, words <= tail.words, reading.passage.kind != .heading { return tail.reason }
    guard let facet = compiled.codebook.facet(.frame) else { return nil }
    let chosen = reading.framed.filter { $0.value.union(reading.allFramed).count == sentences }
      .map { (code: $0.key, count: $0.value.count) }
      .sorted { left, right in
        left.count == right.count ? facet.order(of: left.code) < facet.order(of: right.code) : left.count > right.count
      }.first
    guard let chosen, let code = facet.codes.first(where: { $0.id == chosen.code }) else { return nil }
    context.tail = code.tail.map { (code.id, $0) }
    return chosen.code
  }

  /// The tags of the strategy: references first, then rules, weighed by the heading above.
  private func strategyTags(_ reading: Reading, _ above: [String]) -> [Tag] {
    guard let facet = compiled.codebook.facet(.strategy) else { return [] }
    var candidates = reading.candidates[.strategy] ?? [:]
    func candidate(_ code: String) -> Candidate {
      candidates[code]
        ?? Candidate(code: code, order: facet.order(of: code), score: 0, basis: .heading, reasons: [])
    }
    for quotation in reading.quotations {
      var own = candidate(quotation.code)
      own.add(
        Tag.Reason(rule: "quotation", weight: facet.threshold, evidence: [quotation.evidence]), basis: .quotation)
      candidates[quotation.code] = own
    }
    for reference in reading.references where !reference.isPage {
      var own = candidate(reference.code)
      own.add(
        Tag.Reason(rule: reference.rule, weight: facet.threshold, evidence: [reference.evidence]), basis: .reference)
      candidates[reference.code] = own
    }
    let pages = reading.references.filter(\.isPage)
    let families = Set(above.map { facet.guidepost(of: $0) })
    if !families.isEmpty { weigh(&candidates, families, facet) }
    var chosen = facet.choose(Array(candidates.values))
    if !families.isEmpty, !chosen.contains(where: { families.contains(facet.guidepost(of: $0.code)) }) {
      chosen += fallback(candidates, families, above, facet)
    }
    if chosen.isEmpty, let page = pages.first { chosen = [self.page(page, candidates, facet)] }
    // The most precise objective stands for its guidepost, unless the guidepost is named.
    let objectives = Set(chosen.compactMap { facet.parent(of: $0.code) })
    chosen.removeAll { objectives.contains($0.code) && $0.basis > .reference }
    return chosen.sorted { $0.order < $1.order }.map { $0.tag(.strategy) }
  }

  private func weigh(_ candidates: inout [String: Candidate], _ families: Set<String>, _ facet: Facet) {
    let context = compiled.codebook.context
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
      families.contains(facet.guidepost(of: $0.code)) && $0.score >= compiled.codebook.context.fallback
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

extension Reading {
  /// The sentences that hold evidence of any frame code.
  var allFramed: Set<Int> { framed.values.reduce(into: []) { $0.formUnion($1) } }
}

extension Facet {
  /// The place of a code, or one behind the last.
  func order(of code: String) -> Int { codes.firstIndex { $0.id == code } ?? codes.count }
  /// The guidepost of an objective.
  func parent(of code: String) -> String? { codes.first { $0.id == code }?.parent }
  /// The guidepost that a code is or belongs to.
  func guidepost(of code: String) -> String { parent(of: code) ?? code }
}
