internal import PejlDanish
internal import PejlText

/// The words of one passage and where the codebook's term sets match in them.
struct PassageScan {
  let text: TokenizedText
  /// By set: its matches, rising; nested ones dropped for the longest.
  let matches: [Int: [Match]]

  func matches(_ set: Int) -> [Match] { matches[set] ?? [] }
}

/// Scans passages for all terms of a codebook; each distinct form is compared with the patterns once.
///
/// Not thread-safe; each worker has its own.
final class Scanner {
  let compiled: CompiledCodebook
  let lexicon: Lexicon
  private let tokenizer = Tokenizer()
  private let noise: WordNoise
  private var patternsByForm: [Int: (always: [Int32], inCapitals: [Int32])] = [:]

  /// What words of badly recognised text may be meant as; nil for text that is what it says.
  let recognized: RecognizedWords?

  init(_ compiled: CompiledCodebook, lexicon: Lexicon, recognized: RecognizedWords? = nil) {
    self.recognized = recognized
    self.compiled = compiled
    self.lexicon = lexicon
    noise = WordNoise(words: compiled.ruleWords, lexicon: lexicon)
  }

  /// The words of `span` of `text` and the matches in them.
  func scan(_ text: UTF8Text, _ span: TextSpan) -> PassageScan {
    let tokenized = tokenizer.tokenize(text, span, lexicon: lexicon)
    let tokens = tokenized.tokens
    let patterns = tokens.map(patterns)
    var found: [Int: [Match]] = [:]
    for first in tokens.indices {
      for pattern in patterns[first] {
        for term in compiled.termsByFirstPattern[Int(pattern)] {
          guard let last = end(of: compiled.terms[Int(term)], from: first, tokens, patterns) else { continue }
          let match = Match(
            words: first...last, sentence: tokens[first].sentence,
            evidence: [TextSpan(tokens[first].span.start, tokens[last].span.end)])
          for set in compiled.setsByTerm[Int(term)] { found[Int(set), default: []].append(match) }
        }
      }
    }
    addSplitCompounds(tokens, text, to: &found)
    return PassageScan(text: tokenized, matches: found.mapValues(Self.longest))
  }

  /// Adds what neighbours match that are one word written apart; only terms of one word can be meant.
  private func addSplitCompounds(_ tokens: [Token], _ text: UTF8Text, to found: inout [Int: [Match]]) {
    for first in tokens.indices.dropLast() {
      guard let form = noise.joined(tokens[first], tokens[first + 1], in: text) else { continue }
      // What one of the two says alone needs no other word.
      let alone = Set(patterns(ofForm: tokens[first].form).always + patterns(ofForm: tokens[first + 1].form).always)
      for pattern in patterns(ofForm: form).always where !alone.contains(pattern) {
        for term in compiled.termsByFirstPattern[Int(pattern)] where compiled.terms[Int(term)].steps.count == 1 {
          let match = Match(
            words: first...(first + 1), sentence: tokens[first].sentence,
            evidence: [TextSpan(tokens[first].span.start, tokens[first + 1].span.end)])
          for set in compiled.setsByTerm[Int(term)] { found[Int(set), default: []].append(match) }
        }
      }
    }
  }

  private func patterns(of token: Token) -> [Int32] {
    let known = patterns(ofForm: token.form)
    return token.isCapitals && !known.inCapitals.isEmpty ? known.always + known.inCapitals : known.always
  }

  /// What a form satisfies, as it stands and as what it is misspelt for.
  private func patterns(ofForm form: Int) -> (always: [Int32], inCapitals: [Int32]) {
    if let cached = patternsByForm[form] { return cached }
    var own = compiled.patterns.patterns(of: form, lexicon: lexicon)
    if let recognized {
      own.always = Set(own.always + recognized.patterns(of: form, beside: own.always)).sorted()
    }
    if let meant = noise.correction(form) {
      own.always = Set(own.always + compiled.patterns.patterns(of: meant, lexicon: lexicon).always).sorted()
    }
    patternsByForm[form] = own
    return own
  }

  /// The last word of `term` when it begins at `first`; of several ends the nearest.
  private func end(of term: CompiledTerm, from first: Int, _ tokens: [Token], _ patterns: [[Int32]]) -> Int? {
    func match(_ step: Int, at index: Int) -> Int? {
      guard index < tokens.count, tokens[index].sentence == tokens[first].sentence,
        case .word(let wanted) = term.steps[step], patterns[index].contains(where: { Self.holds(wanted, $0) })
      else { return nil }
      if step + 1 == term.steps.count { return index }
      guard case .gap(let size) = term.steps[step + 1] else { return match(step + 1, at: index + 1) }
      for skipped in 0...size {
        if let last = match(step + 2, at: index + 1 + skipped) { return last }
      }
      return nil
    }
    return match(0, at: first)
  }

  /// Whether the rising list `wanted` holds the pattern; lists of a phrase may be long.
  private static func holds(_ wanted: [Int32], _ pattern: Int32) -> Bool {
    guard wanted.count > 16 else { return wanted.contains(pattern) }
    var low = 0
    var high = wanted.count
    while low < high {
      let middle = (low + high) / 2
      if wanted[middle] < pattern { low = middle + 1 } else { high = middle }
    }
    return low < wanted.count && wanted[low] == pattern
  }

  /// Rising matches without those that lie in another.
  private static func longest(_ matches: [Match]) -> [Match] {
    var result: [Match] = []
    let sorted = matches.sorted {
      ($0.words.lowerBound, -$0.words.upperBound) < ($1.words.lowerBound, -$1.words.upperBound)
    }
    for match in sorted {
      if let last = result.last, last.words.upperBound >= match.words.upperBound { continue }
      result.append(match)
    }
    return result
  }
}
