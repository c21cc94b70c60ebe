internal import PejlDanish
internal import PejlText

/// Scans passages for all terms of a codebook; each distinct form is compared with the patterns once.
///
/// Not thread-safe; each worker has its own.
final class Scanner {
  let compiled: CompiledCodebook
  let lexicon: Lexicon
  private let tokenizer = Tokenizer()
  private let noise: WordNoise
  private var sheet = FormSheet()
  private var lists: HitLists

  init(_ compiled: CompiledCodebook, lexicon: Lexicon) {
    self.compiled = compiled
    self.lexicon = lexicon
    noise = WordNoise(words: compiled.ruleWords, lexicon: lexicon)
    lists = HitLists(sets: compiled.setCount)
  }

  /// The words of `span` of `text` and the matches in them.
  func scan(_ text: UTF8Text, _ span: TextSpan) -> PassageScan {
    let tokenized = tokenizer.tokenize(text, span, lexicon: lexicon)
    let tokens = tokenized.tokens
    // Taken out while they are worked on, so that they are changed in place.
    var sheet = FormSheet()
    swap(&sheet, &self.sheet)
    var lists = HitLists(sets: 0)
    swap(&lists, &self.lists)
    let index = compiled.index
    let places = tokens.map { place(of: $0.form, inCapitals: $0.isCapitals, in: &sheet) }
    for first in tokens.indices {
      let entry = sheet[places[first]]
      for set in sheet[entry.sets] { lists.add(set, first, first) }
      for phrase in sheet[entry.phrases] {
        guard let last = end(of: compiled.terms[Int(phrase)], from: first, tokens, places, sheet) else { continue }
        for set in compiled.setsByTerm[Int(phrase)] { lists.add(set, first, last) }
      }
      guard first + 1 < tokens.count, tokens[first + 1].sentence == tokens[first].sentence else { continue }
      let next = sheet[places[first + 1]]
      if !entry.pairBeginnings.isEmpty, !next.pairEnds.isEmpty {
        for left in sheet[entry.pairBeginnings] {
          for right in sheet[next.pairEnds] {
            for set in index.sets(left, right) { lists.add(set, first, first + 1) }
          }
        }
      }
      if entry.canBegin { addSplitCompound(first, tokens, entry, next, text, &sheet, to: &lists) }
    }
    let found = lists.finish()
    swap(&lists, &self.lists)
    swap(&sheet, &self.sheet)
    return PassageScan(text: tokenized, found)
  }

  /// Adds what two neighbours match that are one word written apart; only terms of one word can be meant.
  private func addSplitCompound(
    _ first: Int, _ tokens: [Token], _ entry: FormSheet.Entry, _ next: FormSheet.Entry, _ text: UTF8Text,
    _ sheet: inout FormSheet, to lists: inout HitLists
  ) {
    guard let form = noise.joined(tokens[first], tokens[first + 1], in: text) else { return }
    let joined = place(of: form, inCapitals: false, in: &sheet)
    // What one of the two says alone needs no other word.
    let alone = Set(sheet[entry.patterns]).union(sheet[next.patterns])
    for pattern in sheet[sheet[joined].patterns] where !alone.contains(pattern) {
      for set in compiled.index.setsByPattern[Int(pattern)] { lists.add(set, first, first + 1) }
    }
  }

  /// The place of what a form satisfies, as it stands and as what it is misspelt for.
  private func place(of form: Int, inCapitals: Bool, in sheet: inout FormSheet) -> Int32 {
    if let known = sheet.place(form, inCapitals: inCapitals) { return known }
    var own = compiled.patterns.patterns(of: form, lexicon: lexicon)
    if let meant = noise.correction(form) {
      own.always = Set(own.always + compiled.patterns.patterns(of: meant, lexicon: lexicon).always).sorted()
    }
    return sheet.add(
      form, inCapitals: inCapitals, patterns: inCapitals ? own.always + own.inCapitals : own.always,
      canBegin: noise.canBegin(form), index: compiled.index)
  }

  /// The last word of `term` when it begins at `first`; of several ends the nearest.
  private func end(of term: CompiledTerm, from first: Int, _ tokens: [Token], _ places: [Int32], _ sheet: FormSheet)
    -> Int?
  {
    func match(_ step: Int, at index: Int) -> Int? {
      guard index < tokens.count, tokens[index].sentence == tokens[first].sentence,
        case .word(let wanted) = term.steps[step],
        sheet[sheet[places[index]].patterns].contains(where: { Self.holds(wanted, $0) })
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
}
