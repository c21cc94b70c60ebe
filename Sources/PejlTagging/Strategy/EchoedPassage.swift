internal import PejlDanish
internal import PejlText

/// What a passage repeats of the strategy, word by word.
struct EchoedPassage {
  /// A shorter piece of a run is not laid to a code of its own.
  private static let shortestPiece = 4

  /// What a word of the passage is.
  private struct Word {
    /// Whether it lies in a quoted stretch.
    var isQuoted = false
    /// Whether it stands in the strategy as it is, not put in or changed.
    var agrees = false
    /// Whether it belongs to a quoted sentence.
    var isInSentence = false
    var code: String?
    /// The number of the stretch of the codebook or of the run.
    var stretch = -1
  }

  private let text: TokenizedText
  private var words: [Word]
  private var exact: [Quotation] = []
  private var stretches = 0

  init(_ text: TokenizedText, count: Int) {
    self.text = text
    words = Array(repeating: Word(), count: count)
  }

  /// Adds a quotation of the codebook's own words.
  mutating func add(_ quotation: Quotation) {
    for index in quotation.words { words[index] = Word(isQuoted: true, agrees: true, code: quotation.code) }
    exact.append(quotation)
  }

  /// Adds a run of the whole text; where the codebook's own words lie in it, their code stands.
  mutating func add(_ run: EchoFinder.Run) {
    var code = run.agreeing.first?.code
    var agreeing = run.agreeing[...]
    for index in run.words {
      var word = words[index]
      let isExact = word.isQuoted
      word.isQuoted = true
      if let pair = agreeing.first, pair.word == index {
        agreeing.removeFirst()
        if pair.code != code {
          code = pair.code
          stretches += 1
        }
        word.agrees = true
        word.isInSentence = pair.isInSentence
      }
      if !isExact {
        word.code = code
        word.stretch = stretches
      }
      words[index] = word
    }
    stretches += 1
  }

  /// The quotations in order, and the quoted sentences without the words that the respondent put in.
  ///
  /// A quoted sentence is one of the passage of which the greater part is quoted, or one of the strategy that stands there
  /// whole. Only such a sentence of a run is laid to a code: a few words in a sentence of one's own are no quotation of it.
  mutating func outcome(sentenceShare: Double) -> (found: [Quotation], sentences: [TextSpan]) {
    for sentence in text.sentences {
      let quoted = sentence.tokens.count { words[$0].isQuoted }
      guard Double(quoted) >= sentenceShare * Double(sentence.tokens.count) else { continue }
      for index in sentence.tokens where words[index].isQuoted { words[index].isInSentence = true }
    }
    return ((exact + pieces()).sorted { $0.words.lowerBound < $1.words.lowerBound }, sentences())
  }

  /// The stretches of runs that no quotation of the codebook's words covers.
  private func pieces() -> [Quotation] {
    var found: [Quotation] = []
    var start = 0
    while start < words.count {
      let stretch = words[start].stretch
      let end = words[start...].firstIndex { $0.stretch != stretch } ?? words.count
      if stretch >= 0 {
        let isLinked = words[start..<end].contains(where: \.isInSentence)
        let isLong = words[start..<end].count(where: \.agrees) >= Self.shortestPiece
        found.append(
          Quotation(
            code: isLinked && isLong ? words[start].code : nil, words: start...(end - 1),
            evidence: TextSpan(text.tokens[start].span.start, text.tokens[end - 1].span.end)))
      }
      start = end
    }
    return found
  }

  private func sentences() -> [TextSpan] {
    var spans: [TextSpan] = []
    var start = 0
    while start < words.count {
      guard words[start].isInSentence, words[start].agrees else {
        start += 1
        continue
      }
      var end = start + 1
      while end < words.count, words[end].isInSentence, words[end].agrees { end += 1 }
      spans.append(span(start, end - 1))
      start = end
    }
    return spans
  }

  /// From the first word to the last, with the marks of a sentence that begins or ends there.
  private func span(_ first: Int, _ last: Int) -> TextSpan {
    let opening = text.sentences[text.tokens[first].sentence]
    let closing = text.sentences[text.tokens[last].sentence]
    return TextSpan(
      opening.tokens.first == first ? opening.span.start : text.tokens[first].span.start,
      closing.tokens.last == last ? closing.span.end : text.tokens[last].span.end)
  }
}
