/// Finds dates in Danish text: `20-12-2023`, `4. marts 2024`, `1.9.2023`, `2024-01-16`.
struct DateReader: Sendable {
  /// A date with its place.
  struct Found {
    /// The day, `YYYY-MM-DD`.
    let date: String
    /// The words of the text that it covers.
    let words: Range<Int>
  }

  private let months: [String]

  init(_ labels: LabelList) { months = labels["months"] }

  /// The dates among `words` in order. A day and a month without a year take it from the next date, if there is one.
  func dates(in words: [String]) -> [Found] {
    var found: [Found] = []
    var pending: [(day: Int, month: Int, words: Range<Int>)] = []
    var index = 0
    while index < words.count {
      defer { index += 1 }
      let word = words[index].trimmed(of: "()[],;:.")
      if let date = Self.numeric(word) {
        found += pending.compactMap { Self.found(date.year, $0.month, $0.day, $0.words) }
        pending = []
        if let one = Self.found(date.year, date.month, date.day, index..<(index + 1)) { found.append(one) }
      } else if let day = Int(word), 1...31 ~= day, index + 1 < words.count,
        let month = months.firstIndex(of: words[index + 1].lowercased().trimmed(of: ".,;:()"))
      {
        if index + 2 < words.count, let year = Int(words[index + 2].trimmed(of: "()[],;:.")), 1900...2200 ~= year {
          found += pending.compactMap { Self.found(year, $0.month, $0.day, $0.words) }
          pending = []
          if let one = Self.found(year, month + 1, day, index..<(index + 3)) { found.append(one) }
          index += 2
        } else {
          pending.append((day, month + 1, index..<(index + 2)))
          index += 1
        }
      }
    }
    return found.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  private static func numeric(_ word: String) -> (year: Int, month: Int, day: Int)? {
    for separator in ["-", ".", "/"] as [Character] {
      let parts = word.split(separator: separator)
      guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }), let first = Int(parts[0]),
        let month = Int(parts[1]), let last = Int(parts[2])
      else { continue }
      if parts[0].count == 4, separator == "-" { return (first, month, last) }
      if parts[2].count == 4 { return (last, month, first) }
      if parts[2].count == 2 { return (2000 + last, month, first) }
    }
    return nil
  }

  private static func found(_ year: Int, _ month: Int, _ day: Int, _ words: Range<Int>) -> Found? {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard 1...12 ~= month, 1...lengths[max(0, min(11, month - 1))] ~= day, 1900...2200 ~= year else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return Found(date: "\(year)-\(two(month))-\(two(day))", words: words)
  }
}
