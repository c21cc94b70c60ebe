internal import PejlCodebook
internal import PejlDanish
internal import PejlText

/// Finds where a passage repeats the strategy's own words: wordings, mottos and printed keywords word for word, and where its
/// whole text is at hand, runs of it with small changes.
struct QuotationFinder {
  /// So many words in a row are no accident.
  private static let shortest = 5
  /// The part of a sentence that must be quoted for it to be a quoted sentence.
  private static let sentenceShare = 0.8

  private let texts: [(code: String, words: [StrategyWord])]
  private let openings: [[Int]: [(text: Int, position: Int)]]
  /// The words that some opening begins with.
  private let beginnings: Set<Int>
  private var echoes: EchoFinder?

  init(compiled: CompiledCodebook, lexicon: Lexicon) {
    let tokenizer = Tokenizer()
    let official = compiled.head.codes(.strategy).flatMap { code in code.officialTexts.map { (code.id, $0) } }
    let texts: [(code: String, words: [StrategyWord])] = official.enumerated().map { number, official in
      let text = UTF8Text(official.1)
      let tokens = tokenizer.tokenize(text, text.span, lexicon: lexicon).tokens
      return (official.0, tokens.map { StrategyWord(form: $0.form, code: official.0, sentence: number) })
    }
    var openings: [[Int]: [(text: Int, position: Int)]] = [:]
    for (number, text) in texts.enumerated() where text.words.count >= Self.shortest {
      for position in 0...(text.words.count - Self.shortest) {
        let opening = text.words[position..<(position + Self.shortest)].map(\.form)
        openings[opening, default: []].append((number, position))
      }
    }
    self.texts = texts
    self.openings = openings
    beginnings = Set(openings.keys.compactMap(\.first))
  }

  /// The words of wordings, mottos and keywords, each text with an end.
  var words: [StrategyWord] { texts.flatMap { $0.words + [.end] } }

  /// The same finder, which also looks for runs of the whole text.
  func with(_ echoes: EchoFinder) -> QuotationFinder {
    var finder = self
    finder.echoes = echoes
    return finder
  }

  /// The quotations in `text` in order, and the stretches of it that are quoted sentences.
  func quotations(in text: TokenizedText) -> (found: [Quotation], sentences: [TextSpan]) {
    let exact = exact(in: text)
    guard let echoes else { return (exact, []) }
    var echo = EchoedPassage(text, count: text.tokens.count)
    for quotation in exact { echo.add(quotation) }
    for run in echoes.runs(in: text.tokens.map(\.form)) { echo.add(run) }
    return echo.outcome(sentenceShare: Self.sentenceShare)
  }

  /// The stretches of wordings, mottos and keywords, word for word; each begins behind the end of the one before.
  func exact(in text: TokenizedText) -> [Quotation] {
    var found: [Quotation] = []
    let tokens = text.tokens
    let forms = tokens.map(\.form)
    var start = 0
    while start + Self.shortest <= forms.count {
      guard beginnings.contains(forms[start]) else {
        start += 1
        continue
      }
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
    let official = texts[place.text].words
    var length = Self.shortest
    while start + length < forms.count, place.position + length < official.count,
      forms[start + length] == official[place.position + length].form
    { length += 1 }
    return length
  }
}
