internal import PejlDanish
internal import PejlText

/// What the words of a badly recognised text may be meant as, as far as a codebook looks for them.
///
/// Used for documents that ``RecognitionNoise`` calls noisy. What the form itself says holds beside it. Not thread-safe.
final class RecognizedWords {
  private let compiled: CompiledCodebook
  private let lexicon: Lexicon
  private let confusions = RecognitionConfusions.danish
  private(set) var meanings: [Int: String] = [:]

  /// Beyond so many words that a form may stand for, the others are too unlikely.
  private static let mostReadings = 3
  /// A reading that is so much less likely than the best, as a binary logarithm, is none.
  private static let behindBest = 4.5
  /// A reading less likely than this is none; shorter words must be likelier.
  private static let unlikely = -9.5
  private static let unlikelyShort = -4.5
  /// A form that the dictionary knows must have a likelier reading than one that it does not, and one that the codebook
  /// looks for as it stands the likeliest.
  private static let unlikelyKnown = -7.2
  private static let unlikelySought = -3.0
  private static let longWord = 5
  /// So many of the likeliest tries are looked up as compounds that the dictionary does not list.
  private static let compoundTries = 8

  init(_ compiled: CompiledCodebook, lexicon: Lexicon) {
    self.compiled = compiled
    self.lexicon = lexicon
  }

  /// The patterns that the form satisfies besides `own` when it is read as the words that it may stand for; to be asked
  /// once for each form.
  func patterns(of form: Int, beside own: [Int32]) -> [Int32] {
    let word = lexicon.form(form)
    let isKnown = lexicon.knows(word)
    let isLong = word.count >= Self.longWord
    guard let bound = Self.bound(isLong: isLong, isKnown: isKnown, isSought: !own.isEmpty) else { return [] }
    var tries = 0
    let readings = confusions.readings(of: word) { attempt in
      tries += 1
      return lexicon.knows(attempt) || tries <= Self.compoundTries && lexicon.isCompound(attempt)
    }
    let least = max(bound, (readings.first?.likelihood ?? 0) - Self.behindBest)
    var found: Set<Int32> = []
    for reading in readings.prefix(Self.mostReadings) where reading.likelihood > least {
      let patterns = Set(compiled.patterns.patterns(of: lexicon.number(ofWord: reading.word), lexicon: lexicon).always)
      guard !patterns.isSubset(of: own) else { continue }
      if meanings[form] == nil { meanings[form] = reading.word }
      found.formUnion(patterns)
    }
    return found.sorted()
  }

  /// How unlikely a reading may be; nil for a form that is only what it is.
  private static func bound(isLong: Bool, isKnown: Bool, isSought: Bool) -> Double? {
    guard isKnown else { return isLong ? unlikely : unlikelyShort }
    guard isSought else { return isLong ? unlikelyKnown : unlikelyShort }
    return isLong ? unlikelySought : nil
  }

  /// The words among `tokens` that are taken for others.
  func uncertain(_ tokens: [Token]) -> [UncertainWord] {
    tokens.compactMap { token in meanings[token.form].map { UncertainWord(span: token.span, meaning: $0) } }
  }
}
