internal import PejlCodebook

/// The hues of a codebook's codes: objectives bear that of their guidepost.
struct CodeHues {
  /// The place of each guidepost, from 1, by its code and the codes of its objectives.
  let numbers: [String: Int]

  init(_ codebook: CodebookSummary) {
    var numbers: [String: Int] = [:]
    let codes = codebook.codes(.strategy)
    for (index, guidepost) in codes.filter({ $0.parent == nil }).enumerated() { numbers[guidepost.id] = index + 1 }
    for code in codes { if let parent = code.parent { numbers[code.id] = numbers[parent] } }
    self.numbers = numbers
  }

  /// The class that gives a code of the strategy its hue: `g1` to `g6`, again from the first after that; `g0` for others.
  subscript(code: String) -> String { numbers[code].map { "g\(($0 - 1) % 6 + 1)" } ?? "g0" }
}
