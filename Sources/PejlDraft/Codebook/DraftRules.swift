internal import PejlDanish
internal import PejlText

/// A rule of a draft.
struct DraftRule {
  /// What it demands.
  enum Demand {
    /// One of the terms.
    case any([String])
    /// One of the terms of the list of that name.
    case one(list: String)
    /// Two of the terms of the list of that name, close together.
    case two(list: String)
  }

  /// Its name.
  let id: String
  /// The code that it speaks for.
  let code: String
  /// What it adds, as it is written.
  let weight: String
  /// What it demands.
  let demand: Demand
  /// The sentence of the strategy that it must find.
  let hit: String
  /// What it finds there, in bytes of the sentence.
  var marks: [TextSpan] = []
  /// Sentences of the strategy that speak of something else, the likeliest first; the first that it does not find is kept.
  var misses: [String]

  /// Whether it refers to the list of its code.
  var hasList: Bool { if case .any = demand { false } else { true } }
}

/// Makes rules of the strategy's own words.
struct DraftRules {
  /// The rules in the order of the codes.
  private(set) var rules: [DraftRule] = []

  private let lexicon: Lexicon
  private let labels = LabelList.danish
  private let words = DraftWords.danish

  /// A part with the sentence that it is known by.
  private struct Part {
    let code: String
    let text: String
    let words: [String]
    let lemmas: Set<String>
  }

  init(_ codes: DraftCodes, outline: StrategyOutline, lexicon: Lexicon) {
    self.lexicon = lexicon
    var parts: [Part] = []
    for guidepost in codes.guideposts {
      if guidepost.objectives.isEmpty { parts.append(part(guidepost.id, guidepost.part.name)) }
      parts += guidepost.objectives.map { part($0.id, $0.part.wording) }
    }
    let sentences = parts.map(\.text) + outline.guideposts.flatMap { [$0.name, $0.motto ?? ""] }.filter { !$0.isEmpty }
    for part in parts { rules += rules(of: part, among: parts, sentences: sentences) }
    for guidepost in codes.guideposts {
      if let rule = keywords(guidepost, sentences: sentences) { rules.append(rule) }
    }
  }

  /// The lists by name.
  private(set) var lists: [String: [String]] = [:]

  private func part(_ code: String, _ text: String) -> Part {
    let found = Self.contentWords(text, labels)
    let lemmas = found.flatMap { lexicon.lemmas(lexicon.number(ofWord: $0)) }
    return Part(code: code, text: text, words: found, lemmas: Set(lemmas))
  }

  /// The words of a text that say something, in small letters, each once.
  private static func contentWords(_ text: String, _ labels: LabelList) -> [String] {
    var seen: Set<String> = []
    return text.lowercased().split { !$0.isLetter && $0 != "-" }.map { $0.trimmed(of: "-") }
      .filter { $0.count >= 4 && !labels["stop-words"].contains($0) && seen.insert($0).inserted }
  }

  /// How many words a list has at most.
  private static let mostWords = 10

  /// One word of those that hardly another part has, and two of them together.
  private mutating func rules(of part: Part, among parts: [Part], sentences: [String]) -> [DraftRule] {
    func spread(_ word: String) -> Int {
      let lemmas = lexicon.lemmas(lexicon.number(ofWord: word))
      return parts.count { other in lemmas.contains { other.lemmas.contains($0) } }
    }
    let ranked = part.words.map { ($0, spread($0)) }
    var own = ranked.filter { $0.1 == 1 }.map(\.0)
    if own.count < 2 { own = ranked.filter { $0.1 <= 2 }.map(\.0) }
    own = Array(own.prefix(Self.mostWords))
    guard !own.isEmpty else { return [] }
    let list = "ord-\(part.code)"
    lists[list] = own.map { lexicon.knows($0) ? $0 : "=\($0)" }
    let misses = sentences.filter { $0 != part.text } + [words("miss")]
    var rules = [
      DraftRule(
        id: "\(part.code)-\(words("rule.one"))", code: part.code, weight: "0.5", demand: .one(list: list),
        hit: part.text, misses: misses)
    ]
    if own.count > 1 {
      rules.append(
        DraftRule(
          id: "\(part.code)-\(words("rule.two"))", code: part.code, weight: "0.6", demand: .two(list: list),
          hit: part.text, misses: misses))
    }
    return rules
  }

  /// The printed keywords, word for word.
  private func keywords(_ guidepost: DraftCodes.Guidepost, sentences: [String]) -> DraftRule? {
    let phrases = guidepost.part.keywords.compactMap { phrase($0) }
    guard let first = phrases.first(where: { $0.words > 1 }) ?? phrases.first else { return nil }
    return DraftRule(
      id: "\(guidepost.id)-\(words("rule.keywords"))", code: guidepost.id, weight: "1",
      demand: .any(phrases.map(\.term)), hit: first.source, misses: sentences + [words("miss")])
  }

  /// A keyword as a term; nil when it holds something that no term can.
  private func phrase(_ keyword: String) -> (term: String, source: String, words: Int)? {
    let parts = keyword.lowercased().split { $0.isWhitespace || ",;:()/\"”".contains($0) }.map { $0.trimmed(of: "-–.") }
      .filter { !$0.isEmpty }
    let isClean = parts.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }
    guard 1...8 ~= parts.count, isClean, parts.joined().count > 3 else { return nil }
    return (parts.joined(separator: " "), keyword, parts.count)
  }
}
