internal import Glibc
internal import PejlCodebook
internal import PejlDanish
internal import PejlSegment
internal import PejlText

/// The figures of one passage in one facet.
struct Figures {
  private let facet: CompiledFacet
  private let candidates: [Candidate?]
  private let scores: [Double]
  private let text: TokenizedText
  private let surroundings: Surroundings
  private let beside: [Double]
  private let strong: Int
  /// The best score, and the second best.
  private let best: (Double, Double)
  /// The same among the codes of each guidepost.
  private let bestOfFamily: [(Double, Double)]

  /// Looks at what was found in a passage.
  init(_ reading: Reading, _ facet: CompiledFacet, _ codebook: CompiledCodebook, _ context: ResponseContext) {
    self.facet = facet
    let found = reading.candidates[facet.id] ?? [:]
    candidates = facet.codes.map { found.isEmpty ? nil : found[$0] }
    scores = candidates.map { $0?.score ?? 0 }
    text = reading.scan.text
    surroundings = Surroundings(reading, facet, context)
    strong = min(scores.count { $0 >= 0.7 }, 5)
    beside =
      Figure.beside(facet.id).map { beside in
        let found = reading.candidates[beside] ?? [:]
        return (codebook.facets[beside]?.codes ?? []).map { found.isEmpty ? 0 : min(found[$0]?.score ?? 0, 2) }
      } ?? []
    var best = (0.0, 0.0)
    var families = [(Double, Double)](repeating: (0, 0), count: facet.codes.count)
    for (index, score) in scores.enumerated() {
      Self.rank(score, &best)
      Self.rank(score, &families[facet.family[index]])
    }
    self.best = best
    bestOfFamily = families
  }

  private static func rank(_ score: Double, _ best: inout (Double, Double)) {
    if score > best.0 { best = (score, best.0) } else if score > best.1 { best.1 = score }
  }

  /// The best of the others: what is left of the two best when `score` is taken out.
  private static func rival(_ score: Double, _ best: (Double, Double)) -> Double { score == best.0 ? best.1 : best.0 }

  /// The values for one code: one for each figure, then one for each code of the facet beside it.
  func values(_ index: Int) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(Figure.all.count + beside.count)
    forEachValue(index) { values.append($0) }
    return values
  }

  /// What the values for one code, each times its coefficient, add to `start`.
  func sum(_ index: Int, _ coefficients: [Double], from start: Double) -> Double {
    var sum = start
    var figure = 0
    forEachValue(index) { value in
      sum += value * coefficients[figure]
      figure += 1
    }
    return sum
  }

  @inline(__always)
  private func forEachValue(_ index: Int, _ body: (Double) -> Void) {
    let score = scores[index]
    let places = EvidencePlaces(candidates[index], in: text)
    for figure in Figure.all {
      let value: Double =
        switch figure {
        case .score: min(score, 3)
        case .one: score >= 1 - Facet.hair ? 1 : 0
        case .two: score >= 2 - Facet.hair ? 1 : 0
        case .share: best.0 > 0 ? score / best.0 : 0
        case .rival: min(Self.rival(score, best), 3)
        case .rivals: score > 0 ? Double(strong) : 0
        case .kin: facet.id == .strategy ? min(Self.rival(score, bestOfFamily[facet.family[index]]), 2) : 0
        case .rules: log(1 + Double(candidates[index]?.reasons.count ?? 0))
        case .words: log(1 + Double(places.words))
        case .density: Double(places.words) / Double(max(surroundings.words, 8))
        case .sentences: Double(places.sentences) / Double(max(surroundings.sentences, 1))
        case .opening: places.isInFirstSentence ? 1 : 0
        case .length: surroundings.length
        default: surroundings.value(figure, facet.codes[index], facet.guideposts[index])
        }
      body(value)
    }
    for value in beside { body(value) }
  }
}

/// Where the evidence of a candidate lies in a passage.
private struct EvidencePlaces {
  var words = 0
  var sentences = 0
  var isInFirstSentence = false

  init(_ candidate: Candidate?, in text: TokenizedText) {
    guard let candidate, !candidate.reasons.isEmpty else { return }
    // Spans rise, and so do the sentences of their words.
    var last = -1
    for span in TextSpan.merged(candidate.reasons.flatMap(\.evidence)) {
      for index in text.tokens(overlapping: span) {
        words += 1
        let sentence = text.tokens[index].sentence
        if sentence == 0 { isInFirstSentence = true }
        if sentence != last { sentences += 1 }
        last = sentence
      }
    }
  }
}

/// What is the same for all codes of a facet: the passage as a whole and what stands around it.
private struct Surroundings {
  let words: Int
  let sentences: Int
  let length: Double
  let isHeading: Bool
  let frame: Double
  let named: Set<String>
  let quoted: Set<String>
  let families: Set<String>
  let previous: [String: Candidate]
  let lead: [String: Candidate]

  init(_ reading: Reading, _ facet: CompiledFacet, _ context: ResponseContext) {
    words = reading.scan.text.tokens.count
    sentences = reading.scan.text.sentences.count
    length = log(Double(words + 2))
    isHeading = reading.passage.kind == .heading
    frame = Double(reading.allFramed.count) / Double(max(sentences, 1))
    let isStrategy = facet.id == .strategy
    named = isStrategy ? Set(reading.references.filter { !$0.isPage }.map(\.code)) : []
    quoted = isStrategy ? Set(reading.quotations.compactMap(\.code)) : []
    families = isStrategy && !isHeading ? Set(context.named.map { facet.guidepost(of: $0) }) : []
    previous = context.previous[facet.id] ?? [:]
    lead = reading.passage.kind == .listItem ? context.lead[facet.id] ?? [:] : [:]
  }

  func value(_ figure: Figure, _ code: String, _ guidepost: String) -> Double {
    switch figure {
    case .named: named.contains(code) ? 1 : 0
    case .naming: named.isEmpty ? 0 : 1
    case .quoted: quoted.contains(code) ? 1 : 0
    case .heading: isHeading ? 1 : 0
    case .inside: families.contains(guidepost) ? 1 : 0
    case .outside: !families.isEmpty && !families.contains(guidepost) ? 1 : 0
    case .frame: frame
    case .previous: min(previous[code]?.score ?? 0, 2)
    case .lead: min(lead[code]?.score ?? 0, 2)
    default: 0
    }
  }
}

extension TokenizedText {
  /// The words that `span` covers, wholly or in part.
  func tokens(overlapping span: TextSpan) -> Range<Int> {
    func first(_ isBehind: (Token) -> Bool) -> Int {
      var low = 0
      var high = tokens.count
      while low < high {
        let middle = (low + high) / 2
        if isBehind(tokens[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let start = first { $0.span.end > span.start }
    return start..<max(start, first { $0.span.start >= span.end })
  }
}
