internal import PejlCodebook
internal import PejlDanish
internal import PejlText

/// Finds where a passage repeats the strategy's own words: wordings, mottos and printed keywords.
struct QuotationFinder {
  /// A stretch that stands in an official text too.
  struct Quotation {
    let code: String
    let words: ClosedRange<Int>
    let evidence: TextSpan
  }

  /// So many words in a row are no accident.
  private static let shortest = 5

  private let texts: [(code: String, forms: [Int])]
  private let openings: [[Int]: [(text: Int, position: Int)]]

  init(compiled: CompiledCodebook, lexicon: Lexicon) {
    let tokenizer = Tokenizer()
    let texts: [(code: String, forms: [Int])] = compiled.codebook.codes(.strategy).flatMap { code in
      code.officialTexts.map { official in
        let text = UTF8Text(official)
        return (code: code.id, forms: tokenizer.tokenize(text, text.span, lexicon: lexicon).tokens.map(\.form))
      }
    }
    var openings: [[Int]: [(text: Int, position: Int)]] = [:]
    for (number, text) in texts.enumerated() where text.forms.count >= Self.shortest {
      for position in 0...(text.forms.count - Self.shortest) {
        openings[Array(text.forms[position..<(position + Self.shortest)]), default: []].append((number, position))
      }
    }
    self.texts = texts
    self.openings = openings
  }

  /// The quotations in `tokens` in order; each begins behind the end of the one before.
  func quotations(in tokens: [Token]) -> [Quotation] {
    var found: [Quotation] = []
    let forms = tokens.map(\.form)
    var start = 0
    while start + Self.shortest <= forms.count {
      let options = openings[Array(forms[start..<(start + Self.shortest)])] ?? []
      let best = options.map { (text: $0.text, length: length(of: forms, from: start, $0)) }.max {
        $0.length < $1.length
      }
      guard let best else {
        start += 1
        continue
      }
      let last = start + best.length - 1
      found.append(
        Quotation(
          code: texts[best.text].code, words: start...last,
          evidence: TextSpan(tokens[start].span.start, tokens[last].span.end)))
      start = last + 1
    }
    return found
  }

  private func length(of forms: [Int], from start: Int, _ place: (text: Int, position: Int)) -> Int {
    let official = texts[place.text].forms
    var length = Self.shortest
    while start + length < forms.count, place.position + length < official.count,
      forms[start + length] == official[place.position + length]
    { length += 1 }
    return length
  }
}
