internal import PejlCodebook
internal import PejlDanish

/// Numbers the distinct word patterns of a codebook while it is compiled.
struct PatternNumbers {
  private(set) var table = PatternTable()
  private var numbers: [WordPattern: Int32] = [:]

  /// The number of distinct patterns.
  var count: Int { numbers.count }
  /// The words that patterns name in all their inflections, sorted.
  var namedWords: [String] {
    numbers.keys.compactMap { pattern -> String? in
      switch pattern {
      case .lemma(let word), .part(let word): word
      default: nil
      }
    }.sorted()
  }

  /// The number of `pattern`, which is added when it is new.
  mutating func number(of pattern: WordPattern, lexicon: Lexicon) -> Int32 {
    if let known = numbers[pattern] { return known }
    let number = Int32(numbers.count)
    numbers[pattern] = number
    table.add(pattern, number, lexicon: lexicon)
    return number
  }
}
