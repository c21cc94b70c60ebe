internal import PejlCodebook
internal import PejlDanish
internal import PejlSegment
internal import PejlText

/// What the passages before say about the one at hand.
struct ResponseContext {
  /// The headings that it stands under, the outermost first, with the codes that they name.
  var headings: [(level: Int, codes: [String], scan: PassageScan)] = []
  /// The passage before, as far back as rules may ask.
  var before: Neighbour?
  /// The frame code whose short lines may follow, with their greatest number of words.
  var tail: (reason: String, words: Int)?

  /// What the rules found in the passage before, by facet and code.
  var previous: [Facet.ID: [String: Candidate]] = [:]
  /// What they found in the line that leads the list in, by facet and code.
  var lead: [Facet.ID: [String: Candidate]] = [:]

  /// The codes that the innermost heading with any names.
  var named: [String] { headings.last { !$0.codes.isEmpty }?.codes ?? [] }
}

extension Tagger {
  /// The part of a passage that must be quoted for the passage to be set aside as a quotation.
  static let quotationShare = 0.8
  /// So many times its threshold a code must score to keep a passage of frame sentences from being set aside.
  static let overrulesFrame = 2.0

  /// So certain a code must be, where a calibration decides, to keep a passage of frame sentences from being set aside.
  static let overrulesFrameCertainty = 0.5

  /// The tags and the fate of a passage, and what else was found in it.
  func decide(_ reading: Reading, _ context: inout ResponseContext) -> TaggedPassage {
    if reading.structuralReason != nil { return outcome(reading, [:], &context) }
    if reading.passage.kind == .heading { context.enter(reading) }
    let learned = LearnedSums(reading, compiled)
    var weighed: [Facet.ID: Weighing] = [:]
    for facet in compiled.head.facets where facet.id != .frame {
      weighed[facet.id] = self.weighed(candidates(reading, facet, context), reading, facet, learned, context)
    }
    let observation = keepsObservations ? self.observation(reading, context, weighed, learned) : nil
    let decided = outcome(reading, weighed, &context)
    context.remember(reading, reach: compiled.reach)
    let rejected =
      !keepsRejected
      ? []
      : weighed.sorted { $0.key < $1.key }.flatMap { facet, weighing in
        weighing.candidates.values.filter { own in
          own.hasEvidence && !decided.tags.contains { $0.facet == facet && $0.code == own.code }
        }
        .sorted { $0.order < $1.order }.map { tag($0, reading, facet, weighing) }
      }
    var passage = TaggedPassage(
      passage: decided.passage, disposition: decided.disposition, tags: decided.tags, rejected: rejected)
    passage.observation = observation
    return passage
  }

  private func outcome(
    _ reading: Reading, _ weighed: [Facet.ID: Weighing], _ context: inout ResponseContext
  ) -> TaggedPassage {
    let passage = reading.passage
    if let reason = reading.structuralReason { return setAside(passage, reason, tags: []) }
    // What the strategy itself names in a quoted stretch is not the respondent's either.
    let decisive = reading.references.filter { reference in
      !reference.isPage && !reading.setting.quoted.contains { $0.contains(reference.evidence) }
    }
    var strategy = strategyTags(
      reading, weighed[.strategy] ?? Weighing(candidates: [:], figures: nil, learned: nil),
      passage.kind == .heading ? [] : context.named)
    if passage.kind != .heading, decisive.isEmpty, reading.quotedShare >= Self.quotationShare {
      strategy = strategy.filter { $0.basis <= .quotation }
      return setAside(passage, "quotation", tags: strategy)
    }
    if strategy.allSatisfy(isWeak), let reason = frame(reading, &context) { return setAside(passage, reason, tags: []) }
    context.tail = nil
    // A heading names what follows; it takes no stand.
    let others = passage.kind == .heading ? [] : tags(reading, weighed, .theme) + tags(reading, weighed, .stance)
    let tags = strategy + others
    return TaggedPassage(passage: passage, disposition: tags.isEmpty ? .untagged : .tagged, tags: tags)
  }

  /// Whether a tag yields to a frame that covers the whole passage: it rests on the heading, or on few words.
  private func isWeak(_ tag: Tag) -> Bool {
    if tag.basis == .heading { return true }
    guard tag.basis == .keyword else { return false }
    // A calibration has weighed the frame's sentences already.
    if let sum = tag.sum { return sum.certainty < Self.overrulesFrameCertainty }
    return tag.score < Self.overrulesFrame * (compiled.head.facet(.strategy)?.threshold ?? 1)
  }

  private func setAside(_ passage: Passage, _ reason: String, tags: [Tag]) -> TaggedPassage {
    TaggedPassage(passage: passage, disposition: .setAside(reason), tags: tags)
  }

  private func tags(_ reading: Reading, _ weighed: [Facet.ID: Weighing], _ id: Facet.ID) -> [Tag] {
    guard let facet = compiled.head.facet(id), let weighing = weighed[id] else { return [] }
    return facet.choose(Array(weighing.candidates.values), compiled.head.calibration(id))
      .sorted { $0.order < $1.order }.map { tag($0, reading, id, weighing) }
  }

  /// The frame code that every sentence of the passage belongs to, if there is one.
  private func frame(_ reading: Reading, _ context: inout ResponseContext) -> String? {
    let sentences = reading.scan.text.sentences.count
    let words = reading.scan.text.tokens.count
    if sentences == 0 { return "empty" }
    if let tail = context.tail, words <= tail.words, reading.passage.kind != .heading { return tail.reason }
    guard let facet = compiled.head.facet(.frame) else { return nil }
    let chosen = reading.framed.filter { $0.value.union(reading.allFramed).count == sentences }
      .map { (code: $0.key, count: $0.value.count) }
      .sorted { left, right in
        left.count == right.count ? facet.order(of: left.code) < facet.order(of: right.code) : left.count > right.count
      }.first
    guard let chosen, let code = facet.codes.first(where: { $0.id == chosen.code }) else { return nil }
    context.tail = code.tail.map { (code.id, $0) }
    return chosen.code
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

extension ResponseContext {
  /// Goes beneath the heading of `reading`.
  mutating func enter(_ reading: Reading) {
    headings.removeAll { $0.level >= reading.passage.level }
    headings.append((reading.passage.level, reading.references.filter { !$0.isPage }.map(\.code), reading.scan))
  }

  /// Keeps what the passages behind may need of `reading`.
  mutating func remember(_ reading: Reading, reach: Int) {
    guard reading.scan.text.tokens.count > 0 else { return }
    if reach > 0 { before = Neighbour(reading.scan, reading.setting).cut(to: reach) }
    previous = reading.candidates
    if reading.passage.kind != .listItem { lead = reading.candidates }
  }
}
