internal import PejlText

/// The words that the readers of agenda items and strategies look for, in named lists; content, not code.
struct LabelList: Sendable {
  /// The lists that come with Pejl.
  static let danish = LabelList(PackageResources.labels_da_txt)

  private let sections: [String: [String]]
  private let folds: [Character: Character]
  /// Whether texts are compared as a reader that does not know the letters of the language would have misread them.
  private(set) var isNoisy = false

  init(_ bytes: [UInt8]) {
    var sections: [String: [String]] = [:]
    var section = ""
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = String(line.dropFirst().dropLast())
      } else {
        sections[section, default: []] += line.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
      }
    }
    self.sections = sections
    let pairs = (sections["noise-folds"] ?? []).compactMap { pair -> (Character, Character)? in
      let sides = pair.split(separator: "=")
      guard sides.count == 2, let left = sides[0].first, let right = sides[1].first else { return nil }
      return (left, right)
    }
    folds = Dictionary(pairs) { first, _ in first }
  }

  /// The lists for reading `text`: tolerant when it has hardly any letter of the language that no other has.
  func fitting(_ text: String) -> LabelList {
    let own = Set(self["danish-letters"].compactMap(\.first))
    let letters = text.lowercased().filter(\.isLetter)
    var result = self
    result.isNoisy = letters.count > 300 && letters.count { own.contains($0) } * 200 < letters.count
    return result
  }

  /// The phrases of a list.
  subscript(section: String) -> [String] { sections[section] ?? [] }

  /// The numbers that a list gives to words, such as `tre=3`.
  func numbers(_ section: String) -> [String: Int] {
    let pairs = self[section].map { $0.split(separator: "=") }
    return Dictionary(
      pairs.compactMap { pair in pair.count == 2 ? Int(pair[1]).map { (String(pair[0]), $0) } : nil }
    ) { first, _ in first }
  }

  /// What stands behind the phrase of the list with which `text` begins, or nil when it begins with none.
  ///
  /// The longest phrase counts; it must end with a word.
  func rest(of text: String, after section: String) -> String? {
    let words = text.split(separator: " ").map(String.init)
    var best: Int?
    for phrase in self[section] {
      let count = phrase.count { $0 == " " } + 1
      guard count <= words.count, count > best ?? 0 else { continue }
      let opening = words[..<count].joined(separator: " ")
      if agrees(opening, phrase) || agrees(opening.trimmed(of: ":.;,–-"), phrase) { best = count }
    }
    guard let best else { return nil }
    let glued = words[best - 1].hasSuffix(":") ? ": " : ""
    return glued + words[best...].joined(separator: " ")
  }

  /// Whether `text` is a phrase of the list and nothing more, a colon at its end aside.
  func isWhole(_ text: String, _ section: String) -> Bool {
    let text = text.trimmed(of: ":.*#_ ")
    return self[section].contains { agrees(text, $0) }
  }

  /// Whether the word is one of the list, in which a star stands for letters.
  func holds(_ word: String, _ section: String) -> Bool {
    let word = word.lowercased()
    return self[section].contains { pattern in
      if pattern.hasPrefix("*") { return word.hasSuffix(pattern.dropFirst()) }
      if pattern.hasSuffix("*") { return word.hasPrefix(pattern.dropLast()) }
      return word == pattern || isNoisy && agrees(word, pattern)
    }
  }

  /// Whether two phrases are the same; in noisy text, whether one may be a misreading of the other.
  func agrees(_ text: String, _ phrase: String) -> Bool {
    let (left, right) = (text.lowercased(), phrase.lowercased())
    if left == right { return true }
    guard isNoisy else { return false }
    let (first, second) = (folded(left), folded(right))
    let allowed = second.count >= 12 ? 2 : second.count >= 6 ? 1 : 0
    return abs(first.count - second.count) <= allowed && Self.distance(first, second) <= allowed
  }

  private func folded(_ text: String) -> [Character] { text.map { folds[$0] ?? $0 } }

  /// How many letters must be put in, left out or replaced to make one of the other.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (line, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, other) in right.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}
