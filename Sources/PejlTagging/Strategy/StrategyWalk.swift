internal import PejlCodebook
internal import PejlDanish
internal import PejlSegment
internal import PejlText

/// Walks through the strategy and says of each word under which guidepost or objective it stands.
///
/// A name, a number, a wording or a motto at the head of a passage says what follows, until the next one or until a heading
/// of the same rank ends the chapter. A heading that comes back again and again ("Keywords") parts every chapter and ends none.
struct StrategyWalk {
  /// What makes a passage the wording of a code: so much of it is quoted from the codebook.
  private static let wordingShare = 0.6
  /// A line with a name and a page, as in a table of contents, has at most so many words.
  private static let longestEntry = 10

  private let facet: Facet?
  private let scanner: Scanner
  private let references: ReferenceFinder
  private let official: QuotationFinder

  init(_ facet: Facet?, scanner: Scanner, references: ReferenceFinder, official: QuotationFinder) {
    self.facet = facet
    self.scanner = scanner
    self.references = references
    self.official = official
  }

  /// Where the walk stands.
  private struct Place {
    var code: String?
    var guidepost: String?
    /// The rank of the heading that the chapter began with.
    var level: Int?
  }

  /// The words of `strategy` with their codes.
  func words(_ strategy: StrategyText) -> [StrategyWord] {
    var words: [StrategyWord] = []
    var sentences = official.words.count
    for (text, passages) in strategy.documents {
      let scans = passages.filter { ![.furniture, .quotedMail, .signature].contains($0.kind) }
        .map { (passage: $0, scan: scanner.scan(text, $0.core)) }
      let headings = scans.filter { $0.passage.kind == .heading }.map { $0.scan.text.tokens.map(\.form) }
      let counts = Dictionary(headings.map { ($0, 1) }, uniquingKeysWith: +)
      var place = Place()
      for (passage, scan) in scans {
        let tokens = scan.text.tokens
        let found = references.references(in: scan, of: text, lexicon: scanner.lexicon).filter { !$0.isPage }
        let quoted = official.exact(in: scan.text)
        move(&place, passage, tokens, found, quoted, recurs: (counts[tokens.map(\.form)] ?? 0) > 1)
        var codes = [String?](repeating: place.code, count: tokens.count)
        for quotation in quoted { for index in quotation.words { codes[index] = quotation.code } }
        for (token, code) in zip(tokens, codes) {
          words.append(StrategyWord(form: token.form, code: code, sentence: sentences + token.sentence))
        }
        sentences += scan.text.sentences.count
      }
      words.append(.end)
    }
    return words
  }

  private func move(
    _ place: inout Place, _ passage: Passage, _ tokens: [Token], _ found: [ReferenceFinder.Reference],
    _ quoted: [Quotation], recurs: Bool
  ) {
    let isHeading = passage.kind == .heading
    let named = isHeading ? found.map(\.code) + names(tokens) : heads(tokens, found)
    if !named.isEmpty {
      enter(named, level: isHeading ? passage.level : nil, &place)
    } else if let code = wording(quoted, tokens.count) {
      enter([code], level: nil, &place)
    } else if isHeading {
      if recurs || passage.level > place.level ?? .max {
        place.code = place.guidepost
      } else {
        place = Place()
      }
    }
  }

  /// The codes of the names and numbers that a passage begins with, unless it is a line of a table of contents.
  private func heads(_ tokens: [Token], _ found: [ReferenceFinder.Reference]) -> [String] {
    guard let first = tokens.first, let last = tokens.last else { return [] }
    let head = found.filter { $0.evidence.start == first.span.start }
    let isEntry =
      last.hasDigit && tokens.count <= Self.longestEntry && !found.contains { $0.evidence.contains(last.span) }
    return isEntry ? [] : head.map(\.code)
  }

  /// The codes whose short name a heading is.
  private func names(_ tokens: [Token]) -> [String] {
    let heading = tokens.map { scanner.lexicon.form($0.form) }.joined(separator: " ")
    return facet?.codes.filter { $0.name.lowercased() == heading }.map(\.id) ?? []
  }

  /// The one code whose wording or motto a passage is.
  private func wording(_ quoted: [Quotation], _ words: Int) -> String? {
    let codes = Set(quoted.compactMap(\.code))
    guard codes.count == 1 else { return nil }
    return Double(quoted.map(\.words.count).reduce(0, +)) >= Self.wordingShare * Double(words) ? codes.first : nil
  }

  /// Goes beneath what is named: one objective, else its guidepost; nothing when several guideposts are.
  private func enter(_ named: [String], level: Int?, _ place: inout Place) {
    guard let facet else { return }
    let families = Set(named.map { facet.guidepost(of: $0) })
    guard families.count == 1, let guidepost = families.first else {
      place = Place()
      return
    }
    let objectives = Set(named).subtracting(families)
    let code = objectives.count == 1 ? objectives.first : guidepost
    if guidepost != place.guidepost || (code == guidepost && level != nil) { place.level = level }
    place.guidepost = guidepost
    place.code = code
  }
}
