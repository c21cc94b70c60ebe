public import PejlText

/// Cuts a passage into words and sentences, in place: the text itself is never rewritten.
///
/// A word broken over a line end by a hyphen is one token, whose form lacks the hyphen and the break.
public struct Tokenizer: Sendable {
  private let language = Language.danish

  /// A tokenizer of Danish.
  public init() {}

  /// The words and sentences of `span` of `text`; forms are numbered by `lexicon`.
  public func tokenize(_ text: UTF8Text, _ span: TextSpan, lexicon: Lexicon) -> TokenizedText {
    let bytes = text.bytes.span
    var words: [Word] = []
    var boundaries: [Boundary] = []
    var form: [UInt8] = []
    var index = span.start
    while index < span.end {
      let (kind, width) = Letters.classify(bytes, index)
      if kind == .other {
        if let boundary = boundary(bytes, index, end: span.end, words: words, lexicon: lexicon) {
          boundaries.append(boundary)
        }
        index += width
        continue
      }
      index = word(bytes, index, end: span.end, form: &form, words: &words, lexicon: lexicon)
    }
    return assemble(span, words, boundaries)
  }

  private struct Word {
    var span: TextSpan
    var form: Int
    var capitals: Int
    var letters: Int
    var isCapitalised: Bool
    var hasDigit: Bool
  }

  private struct Boundary {
    var end: Int
    var questionMark: TextSpan?
  }

  /// Reads one word that begins at `start` and returns where it ends.
  private func word(
    _ bytes: borrowing Span<UInt8>, _ start: Int, end: Int, form: inout [UInt8], words: inout [Word], lexicon: Lexicon
  ) -> Int {
    form.removeAll(keepingCapacity: true)
    var index = start
    var capitals = 0
    var letters = 0
    var hasDigit = false
    let isCapitalised = Letters.isCapital(bytes, start)
    scan: while index < end {
      let (kind, width) = Letters.classify(bytes, index)
      if kind != .other {
        if kind == .digit { hasDigit = true } else { letters += 1 }
        if Letters.isCapital(bytes, index) { capitals += 1 }
        Letters.appendFolded(bytes, index, width: width, to: &form)
        index += width
        continue
      }
      guard let (skip, joint) = joint(bytes, index, end: end) else { break scan }
      form.append(contentsOf: joint)
      index += skip
    }
    words.append(
      Word(
        span: TextSpan(start, index), form: lexicon.number(of: form), capitals: capitals, letters: letters,
        isCapitalised: isCapitalised, hasDigit: hasDigit))
    return index
  }

  /// What joins two parts of one word at `index`: how many bytes to skip, and what stands for them in the form.
  private func joint(_ bytes: borrowing Span<UInt8>, _ index: Int, end: Int) -> (skip: Int, form: [UInt8])? {
    let byte = bytes[index]
    guard index + 1 < end else { return nil }
    let before = index > 0 ? Letters.classify(bytes, index - 1).kind : .other
    let after = Letters.classify(bytes, index + 1).kind
    let isAfterDigit = index > 0 && bytes[index - 1] >= 0x30 && bytes[index - 1] <= 0x39
    switch byte {
    case 0x2D:  // hyphen: inside a word, or at a line end
      if after != .other { return (1, [0x2D]) }
      guard !isAfterDigit, let next = continuation(bytes, index + 1, end: end) else { return nil }
      return (next - index, [])
    case 0x27 where before == .letter && after == .letter: return (1, [0x27])
    case 0x2E, 0x2C:  // a period or comma inside a number
      let isNumber = isAfterDigit && bytes[index + 1] >= 0x30 && bytes[index + 1] <= 0x39
      return isNumber ? (1, [byte]) : nil
    case 0xE2 where index + 3 < end && bytes[index + 1] == 0x80:
      // The curly apostrophe and the non-breaking hyphen.
      guard Letters.classify(bytes, index + 3).kind == .letter else { return nil }
      if bytes[index + 2] == 0x99, before == .letter || !isAfterDigit { return (3, [0x27]) }
      return bytes[index + 2] == 0x91 ? (3, [0x2D]) : nil
    default: return nil
    }
  }

  /// Where a word goes on after a hyphen at a line end, or nil when the hyphen ends it.
  private func continuation(_ bytes: borrowing Span<UInt8>, _ start: Int, end: Int) -> Int? {
    var index = start
    var lineEnds = 0
    while index < end, UTF8Text.isSpace(bytes[index]) {
      if bytes[index] == 0x0A { lineEnds += 1 }
      index += 1
    }
    guard lineEnds == 1, index < end, Letters.classify(bytes, index).kind == .letter,
      !Letters.isCapital(bytes, index)
    else { return nil }
    return language.hyphenFollowers.contains(foldedWord(bytes, index, end: end)) ? nil : index
  }

  /// The end of a sentence at `index`, if one is there.
  private func boundary(
    _ bytes: borrowing Span<UInt8>, _ index: Int, end: Int, words: [Word], lexicon: Lexicon
  ) -> Boundary? {
    let byte = bytes[index]
    let isEllipsis = byte == 0xE2 && index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA6
    guard byte == 0x2E || byte == 0x21 || byte == 0x3F || isEllipsis else { return nil }
    var next = index + (isEllipsis ? 3 : 1)
    // Closing quotes and brackets, and further marks, belong to the sentence.
    while next < end, let width = Self.closingWidth(bytes, next, end: end) { next += width }
    let question = byte == 0x3F ? TextSpan(index, index + 1) : nil
    var start = next
    while start < end, UTF8Text.isSpace(bytes[start]) { start += 1 }
    guard start < end else { return Boundary(end: next, questionMark: question) }
    if byte == 0x2E, let last = words.last, last.span.end == index {
      switch abbreviation(bytes, last, before: index, lexicon: lexicon) {
      case .inside: return nil
      case .perhapsLast where !opensWithCapital(bytes, start, end: end): return nil
      case .perhapsLast, .none: break
      }
      if last.hasDigit, isOrdinal(bytes, start, end: end) { return nil }
      if start == next, last.letters < 3 { return nil }
    }
    if start == next, byte == 0x2E || isEllipsis, !Letters.isCapital(bytes, start) { return nil }
    let opensLower = Letters.classify(bytes, start).kind == .letter && !Letters.isCapital(bytes, start)
    if opensLower, byte != 0x3F { return nil }
    return Boundary(end: next, questionMark: question)
  }

  private static func closingWidth(_ bytes: borrowing Span<UInt8>, _ index: Int, end: Int) -> Int? {
    switch bytes[index] {
    case 0x22, 0x27, 0x29, 0x5D, 0x2E, 0x21, 0x3F: return 1
    case 0xC2 where index + 1 < end && bytes[index + 1] == 0xBB: return 2
    case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && (0x98...0x9D).contains(bytes[index + 2]): return 3
    default: return nil
    }
  }

  /// What a word before a period may be.
  private enum Abbreviation {
    /// Not an abbreviation: the period ends the sentence.
    case none
    /// An abbreviation or an initial that something follows: `jf.`, `kl.`, `M.`.
    case inside
    /// An abbreviation that may end a sentence (`m.v.`), or a word that is also written as one (`op`).
    case perhapsLast
  }

  /// Whether the word before a period is an abbreviation or an initial.
  private func abbreviation(_ bytes: borrowing Span<UInt8>, _ word: Word, before period: Int, lexicon: Lexicon)
    -> Abbreviation
  {
    // "bl.a": the period inside parts it into words, so look back over what stands without a blank.
    var start = word.span.start
    while start > 1, bytes[start - 1] == 0x2E, Letters.classify(bytes, start - 2).kind == .letter {
      start -= 2
      while start > 0, Letters.classify(bytes, start - 1).kind == .letter { start -= 1 }
    }
    let isOneWord = start == word.span.start
    var form = isOneWord ? Array(lexicon.bytes(word.form)) : []
    if !isOneWord {
      for index in start..<period {
        form.append(bytes[index] | (bytes[index] >= 0x41 && bytes[index] <= 0x5A ? 0x20 : 0))
      }
    }
    let isLetter = word.letters == 1 && !word.hasDigit
    if isLetter, isOneWord, word.isCapitalised { return .inside }
    if language.closingAbbreviations.contains(form) { return .perhapsLast }
    if isLetter || language.abbreviations.contains(form) { return .inside }
    return language.abbreviations.contains(Array(lexicon.bytes(word.form))) ? .inside : .none
  }

  /// Whether a capital stands at `start`, or behind the quotes and brackets there.
  private func opensWithCapital(_ bytes: borrowing Span<UInt8>, _ start: Int, end: Int) -> Bool {
    var index = start
    while index < end, !UTF8Text.isSpace(bytes[index]) {
      let (kind, width) = Letters.classify(bytes, index)
      if kind != .other { return Letters.isCapital(bytes, index) }
      index += width
    }
    return false
  }

  /// Whether what follows a number and a period goes on with the sentence: a small letter, a digit, or a word such as
  /// a month, which some write with a capital.
  private func isOrdinal(_ bytes: borrowing Span<UInt8>, _ start: Int, end: Int) -> Bool {
    let kind = Letters.classify(bytes, start).kind
    if kind != .letter { return kind == .digit }
    if !Letters.isCapital(bytes, start) { return true }
    return language.ordinalFollowers.contains(foldedWord(bytes, start, end: end))
  }

  /// The letters that stand at `start`, in small letters.
  private func foldedWord(_ bytes: borrowing Span<UInt8>, _ start: Int, end: Int) -> [UInt8] {
    var word: [UInt8] = []
    var index = start
    while index < end {
      let (kind, width) = Letters.classify(bytes, index)
      guard kind == .letter else { break }
      Letters.appendFolded(bytes, index, width: width, to: &word)
      index += width
    }
    return word
  }

  private func assemble(_ span: TextSpan, _ words: [Word], _ boundaries: [Boundary]) -> TokenizedText {
    var tokens: [Token] = []
    tokens.reserveCapacity(words.count)
    var sentences: [Sentence] = []
    var start = span.start
    var first = 0
    func close(end: Int, questionMark: TextSpan?) {
      guard tokens.count > first else { return }
      sentences.append(
        Sentence(span: TextSpan(start, end), tokens: first..<tokens.count, questionMark: questionMark))
      start = end
      first = tokens.count
    }
    var next = 0
    for word in words {
      while next < boundaries.count, boundaries[next].end <= word.span.start {
        close(end: boundaries[next].end, questionMark: boundaries[next].questionMark)
        next += 1
      }
      tokens.append(
        Token(
          span: word.span, form: word.form, sentence: sentences.count,
          isCapitals: word.letters >= 2 && word.capitals == word.letters, isCapitalised: word.isCapitalised,
          hasDigit: word.hasDigit))
    }
    while next < boundaries.count {
      close(end: boundaries[next].end, questionMark: boundaries[next].questionMark)
      next += 1
    }
    close(end: span.end, questionMark: nil)
    return TokenizedText(tokens: tokens, sentences: sentences)
  }
}
