internal import PejlCodebook
internal import PejlDanish
internal import PejlHearing
internal import PejlText

/// Finds where a passage names a part of the strategy: by number, by name, by page.
///
/// Dates, amounts, sections of law and telephone numbers are no references: a number counts only beside a word that
/// announces it, at the head of the passage, or alone in brackets.
struct ReferenceFinder {
  /// A part of the strategy that the passage names.
  struct Reference {
    let code: String
    let rule: String
    let evidence: TextSpan
    /// A page only points to a chapter; it does not decide.
    let isPage: Bool
  }

  private let compiled: CompiledReferences
  private let numbers: [String: Code]
  private let guideposts: [Code]
  private let aliases: [(code: String, forms: [Int], alias: Code.Alias)]
  private let parts: [Hearing.Part]

  init(compiled: CompiledCodebook, hearing: Hearing, lexicon: Lexicon) {
    self.compiled = compiled.references
    let codes = compiled.head.codes(.strategy)
    numbers = Dictionary(codes.compactMap { code in code.number.map { ($0, code) } }) { first, _ in first }
    guideposts = codes.filter { $0.parent == nil }
    let tokenizer = Tokenizer()
    aliases = codes.flatMap { code in
      code.aliases.compactMap { alias in
        let text = UTF8Text(alias.text)
        let forms = tokenizer.tokenize(text, text.span, lexicon: lexicon).tokens.map(\.form)
        return forms.isEmpty ? nil : (code.id, forms, alias)
      }
    }
    parts = hearing.strategy?.parts ?? []
  }

  /// The references in the passage, in order.
  func references(in scan: PassageScan, of text: UTF8Text, lexicon: Lexicon) -> [Reference] {
    let tokens = scan.text.tokens
    var found = named(tokens, text)
    let foreign = Set(scan.matches(compiled.foreign).map { $0.words.lowerBound })
    let words = tokens.indices.map { tokens[$0].hasDigit ? lexicon.form(tokens[$0].form) : "" }
    func add(_ matches: [Match], isObjective: Bool) {
      for match in matches {
        for (code, index) in numbered(after: match.words.upperBound, scan, words, foreign, isObjective: isObjective) {
          found.append(
            Reference(
              code: code, rule: "reference:number",
              evidence: TextSpan(match.head.start, tokens[index].span.end), isPage: false))
        }
      }
    }
    add(scan.matches(compiled.guidepost), isObjective: false)
    add(scan.matches(compiled.objective), isObjective: true)
    found += ordinals(scan) + alone(tokens, text, words, foreign) + pages(scan, words)
    return found.sorted { $0.evidence < $1.evidence }
  }

  /// A guidepost's name or alias, word for word.
  private func named(_ tokens: [Token], _ text: UTF8Text) -> [Reference] {
    var found: [Reference] = []
    for (code, forms, alias) in aliases where forms.count <= tokens.count {
      for start in 0...(tokens.count - forms.count)
      where tokens[start].form == forms[0] && forms.indices.allSatisfy({ tokens[start + $0].form == forms[$0] }) {
        let span = TextSpan(tokens[start].span.start, tokens[start + forms.count - 1].span.end)
        if alias.isCaseSensitive, !text[span].utf8.elementsEqual(alias.text.utf8) { continue }
        found.append(Reference(code: code, rule: "reference:name", evidence: span, isPage: false))
      }
    }
    return found
  }

  /// The codes whose numbers follow the word at `index`: "2", "2 og 3", "1.1-1.3", "nr. 4".
  private func numbered(
    after index: Int, _ scan: PassageScan, _ words: [String], _ foreign: Set<Int>, isObjective: Bool
  ) -> [(code: String, index: Int)] {
    let joiners = Set(scan.matches(compiled.joiners).map { $0.words.lowerBound })
    var found: [(String, Int)] = []
    var next = index + 1
    var skipped = 0
    while next < words.count, scan.text.tokens[next].sentence == scan.text.tokens[index].sentence {
      if joiners.contains(next), skipped == 0 {
        skipped = 1
        next += 1
        continue
      }
      let codes = codes(words[next], isObjective: isObjective)
      guard !codes.isEmpty, !foreign.contains(next + 1) || next + 1 >= words.count else { break }
      found += codes.map { ($0, next) }
      skipped = 0
      next += 1
    }
    return found
  }

  /// The codes of a number or of a range of numbers.
  private func codes(_ word: String, isObjective: Bool) -> [String] {
    func code(_ number: Substring) -> Code? {
      numbers[String(number)].flatMap { ($0.parent != nil) == isObjective ? $0 : nil }
    }
    let ends = word.split(separator: "-")
    guard let first = ends.first.flatMap(code) else { return [] }
    guard ends.count == 2, let last = code(ends[1]) else { return ends.count == 1 ? [first.id] : [] }
    let all = numbers.values.filter { ($0.parent != nil) == isObjective }.sorted {
      ($0.number ?? "") < ($1.number ?? "")
    }
    return all.filter { ($0.number ?? "") >= (first.number ?? "") && ($0.number ?? "") <= (last.number ?? "") }.map(
      \.id)
  }

  /// "Det tredje pejlemærke": an ordinal at most two words before the word for a guidepost.
  private func ordinals(_ scan: PassageScan) -> [Reference] {
    let heads = scan.matches(compiled.guidepost)
    guard !heads.isEmpty else { return [] }
    return compiled.ordinals.enumerated().flatMap { place, set -> [Reference] in
      guard place < guideposts.count else { return [] }
      return scan.matches(set).compactMap { match in
        let head = heads.first {
          1...2 ~= $0.words.lowerBound - match.words.upperBound && $0.sentence == match.sentence
        }
        return head.map {
          Reference(
            code: guideposts[place].id, rule: "reference:number",
            evidence: TextSpan(match.head.start, $0.head.end), isPage: false)
        }
      }
    }
  }

  /// The number of an objective at the head of the passage or alone in brackets.
  private func alone(_ tokens: [Token], _ text: UTF8Text, _ words: [String], _ foreign: Set<Int>) -> [Reference] {
    words.indices.compactMap { index in
      guard !words[index].isEmpty, let code = numbers[words[index]], code.parent != nil, !foreign.contains(index + 1)
      else { return nil }
      let span = tokens[index].span
      let before = span.start > 0 ? text.bytes[span.start - 1] : 0
      let after = span.end < text.count ? text.bytes[span.end] : 0
      let isBracketed = before == UInt8(ascii: "(") && after == UInt8(ascii: ")")
      let isHead = index == 0 && before != 0xA7 && (after != UInt8(ascii: "/"))
      return isBracketed || isHead
        ? Reference(code: code.id, rule: "reference:number", evidence: span, isPage: false) : nil
    }
  }

  /// "Side 11", where the hearing says which chapter stands there.
  private func pages(_ scan: PassageScan, _ words: [String]) -> [Reference] {
    scan.matches(compiled.page).compactMap { match in
      let next = match.words.upperBound + 1
      guard next < words.count, let page = words[next].split(separator: "-").first.flatMap({ Int($0) }),
        let part = parts.first(where: { $0.pages.contains(page) })
      else { return nil }
      return Reference(
        code: part.code, rule: "reference:page",
        evidence: TextSpan(match.head.start, scan.text.tokens[next].span.end), isPage: true)
    }
  }
}
