internal import Glibc
internal import PejlCodebook
internal import PejlDanish
internal import PejlSegment
internal import PejlText

/// The figures of one passage in one facet.
struct Figures {
  /// By code in the facet's order: a value for each figure, then one for each code of the facet beside it.
  let values: [[Double]]

  /// Measures what was found in a passage.
  init(_ reading: Reading, _ facet: Facet, _ codebook: Codebook, _ context: ResponseContext) {
    let candidates = reading.candidates[facet.id] ?? [:]
    let scores = facet.codes.map { candidates[$0.id]?.score ?? 0 }
    let places = facet.codes.map { EvidencePlaces(candidates[$0.id], in: reading.scan.text) }
    let surroundings = Surroundings(reading, facet, context)
    let best = scores.max() ?? 0
    let strong = min(scores.count { $0 >= 0.7 }, 5)
    let beside =
      Figure.beside(facet.id).map { beside in
        codebook.codes(beside).map { min(reading.candidates[beside]?[$0.id]?.score ?? 0, 2) }
      } ?? []
    values = facet.codes.indices.map { index in
      let code = facet.codes[index]
      let score = scores[index]
      let speaks = score > 0 ? 1.0 : 0
      let others = scores.indices.filter { $0 != index }
      let kin = others.filter { facet.guidepost(of: facet.codes[$0].id) == facet.guidepost(of: code.id) }
      return Figure.allCases.map { figure in
        switch figure {
        case .score: min(score, 3)
        case .one: score >= 1 - Facet.hair ? 1 : 0
        case .two: score >= 2 - Facet.hair ? 1 : 0
        case .share: best > 0 ? score / best : 0
        case .rival: min(others.map { scores[$0] }.max() ?? 0, 3)
        case .rivals: Double(strong) * speaks
        case .kin: facet.id == .strategy ? min(kin.map { scores[$0] }.max() ?? 0, 2) : 0
        case .rules: log(1 + Double(candidates[code.id]?.reasons.count ?? 0))
        case .words: log(1 + Double(places[index].words))
        case .density: Double(places[index].words) / Double(max(surroundings.words, 8))
        case .sentences: Double(places[index].sentences) / Double(max(surroundings.sentences, 1))
        case .opening: places[index].isInFirstSentence ? 1 : 0
        case .length: log(Double(surroundings.words + 2))
        default: surroundings.value(figure, code, facet)
        }
      } + beside
    }
  }
}

/// Where the evidence of a candidate lies in a passage.
private struct EvidencePlaces {
  var words = 0
  var sentences = 0
  var isInFirstSentence = false

  init(_ candidate: Candidate?, in text: TokenizedText) {
    guard let candidate else { return }
    var seen: Set<Int> = []
    for span in TextSpan.merged(candidate.reasons.flatMap(\.evidence)) {
      for index in text.tokens(overlapping: span) {
        words += 1
        seen.insert(text.tokens[index].sentence)
      }
    }
    sentences = seen.count
    isInFirstSentence = seen.contains(0)
  }
}

/// What is the same for all codes of a facet: the passage as a whole and what stands around it.
private struct Surroundings {
  let words: Int
  let sentences: Int
  let isHeading: Bool
  let frame: Double
  let named: Set<String>
  let quoted: Set<String>
  let families: Set<String>
  let previous: [String: Double]
  let lead: [String: Double]

  init(_ reading: Reading, _ facet: Facet, _ context: ResponseContext) {
    words = reading.scan.text.tokens.count
    sentences = reading.scan.text.sentences.count
    isHeading = reading.passage.kind == .heading
    frame = Double(reading.allFramed.count) / Double(max(sentences, 1))
    let isStrategy = facet.id == .strategy
    named = isStrategy ? Set(reading.references.filter { !$0.isPage }.map(\.code)) : []
    quoted = isStrategy ? Set(reading.quotations.compactMap(\.code)) : []
    families = isStrategy && !isHeading ? Set(context.named.map { facet.guidepost(of: $0) }) : []
    previous = context.previous[facet.id] ?? [:]
    lead = reading.passage.kind == .listItem ? context.lead[facet.id] ?? [:] : [:]
  }

  func value(_ figure: Figure, _ code: Code, _ facet: Facet) -> Double {
    switch figure {
    case .named: named.contains(code.id) ? 1 : 0
    case .naming: named.isEmpty ? 0 : 1
    case .quoted: quoted.contains(code.id) ? 1 : 0
    case .heading: isHeading ? 1 : 0
    case .inside: families.contains(facet.guidepost(of: code.id)) ? 1 : 0
    case .outside: !families.isEmpty && !families.contains(facet.guidepost(of: code.id)) ? 1 : 0
    case .frame: frame
    case .previous: min(previous[code.id] ?? 0, 2)
    case .lead: min(lead[code.id] ?? 0, 2)
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
