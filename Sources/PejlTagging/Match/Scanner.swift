internal import PejlDanish
internal import PejlText

/// Scans passages for all terms of a codebook; each distinct form is compared with the patterns once.
///
/// Not thread-safe; each worker has its own.
final class Scanner {
  let compiled: CompiledCodebook
  let lexicon: Lexicon
  private let tokenizer = Tokenizer()
  /// What words may be meant as.
  let noise: WordNoise
  private var sheet = FormSheet()
  private var lists: HitLists

  /// What words of badly recognised text may be meant as; nil for text that is what it says.
  let recognized: RecognizedWords?

  init(_ compiled: CompiledCodebook, lexicon: Lexicon, recognized: RecognizedWords? = nil) {
    self.recognized = recognized
    self.compiled = compiled
    self.lexicon = lexicon
    noise = WordNoise(compiled.corrector, compiled.compounds, lexicon: lexicon)
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
    var ahead = WordsAhead()
    for first in tokens.indices {
      let entry = sheet[places[first]]
      for place in entry.sets { lists.add(sheet.numbers[Int(place)], first, first) }
      if !entry.openings.isEmpty {
        ahead.look(from: first, gap: Int(entry.longestGap), tokens, places, sheet)
        for place in entry.openings {
          let opening = sheet.openings[Int(place)]
          guard opening.signature.meets(ahead.signatures[Int(opening.gap)]),
            let last = index.end(of: Int(opening.phrase), from: first, tokens, places, sheet)
          else { continue }
          index.setsByTerm.forEach(in: Int(opening.phrase)) { lists.add($0, first, last) }
        }
      }
      guard first + 1 < tokens.count, tokens[first + 1].sentence == tokens[first].sentence else { continue }
      let next = sheet[places[first + 1]]
      if entry.pairSignature.meets(next.signature) {
        for left in entry.pairBeginnings {
          for right in next.pairEnds {
            guard let sets = index.sets(sheet.numbers[Int(left)], sheet.numbers[Int(right)]) else { continue }
            index.forEachSet(in: sets) { lists.add($0, first, first + 1) }
          }
        }
      }
      if entry.canBegin, next.canEnd { addSplitCompound(first, tokens, entry, next, text, &sheet, to: &lists) }
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
    for pattern in sheet[sheet[joined].patterns]
    where !sheet[entry.patterns].contains(pattern) && !sheet[next.patterns].contains(pattern) {
      compiled.index.setsByPattern.forEach(in: Int(pattern)) { lists.add($0, first, first + 1) }
    }
  }

  /// The place of what a form satisfies, as it stands and as what it is misspelt for.
  private func place(of form: Int, inCapitals: Bool, in sheet: inout FormSheet) -> Int32 {
    if let known = sheet.place(form, inCapitals: inCapitals) { return known }
    var own = compiled.patterns.patterns(of: form, lexicon: lexicon)
    if let recognized {
      own.always = Set(own.always + recognized.patterns(of: form, beside: own.always)).sorted()
    }
    if let meant = noise.correction(form) {
      own.always = Set(own.always + compiled.patterns.patterns(of: meant, lexicon: lexicon).always).sorted()
    }
    return sheet.add(
      form, inCapitals: inCapitals, patterns: inCapitals ? own.always + own.inCapitals : own.always,
      canBegin: noise.canBegin(form),
      canEnd: noise.canEnd(form), index: compiled.index)
  }
}

/// The marks of the words behind one word.
private struct WordsAhead {
  /// By the number of words between: the marks of all words up to there.
  private(set) var signatures: [PatternMarks] = []

  /// Looks at the words of the same sentence behind `first`, with at most `gap` words between.
  @inline(__always)
  mutating func look(from first: Int, gap: Int, _ tokens: [Token], _ places: [Int32], _ sheet: FormSheet) {
    while signatures.count <= gap { signatures.append(PatternMarks()) }
    var all = PatternMarks()
    for between in 0...gap {
      let index = first + 1 + between
      if index < tokens.count, tokens[index].sentence == tokens[first].sentence {
        all = all.union(sheet[places[index]].signature)
      }
      signatures[between] = all
    }
  }
}

extension TermIndex {
  /// The last word of a phrase when it begins at `first`; of several ends the nearest.
  @inline(__always)
  func end(of phrase: Int, from first: Int, _ tokens: [Token], _ places: [Int32], _ sheet: FormSheet) -> Int? {
    let own = phrases[phrase]
    // The first word is known to fit.
    return end(own.start + 1, before: own.end, behind: first, tokens, places, sheet)
  }

  private func end(
    _ step: Int, before end: Int, behind last: Int, _ tokens: [Token], _ places: [Int32], _ sheet: FormSheet
  ) -> Int? {
    if step == end { return last }
    let own = steps[step]
    var index = last + 1
    let reach = index + own.gap
    while index <= reach, index < tokens.count, tokens[index].sentence == tokens[last].sentence {
      let entry = sheet[places[index]]
      if entry.signature.meets(own.signature), fits(own, entry.patterns, sheet),
        let found = self.end(step + 1, before: end, behind: index, tokens, places, sheet)
      {
        return found
      }
      index += 1
    }
    return nil
  }

  /// Whether one of the patterns is one that the step wants.
  private func fits(_ step: Step, _ patterns: Range<Int32>, _ sheet: FormSheet) -> Bool {
    for place in patterns {
      let pattern = sheet.numbers[Int(place)]
      var low = step.start
      var high = step.end
      while low < high {
        let middle = (low + high) / 2
        if wanted[middle] < pattern { low = middle + 1 } else { high = middle }
      }
      if low < step.end, wanted[low] == pattern { return true }
    }
    return false
  }
}
