/// Letters beyond ASCII as they are spelled out in names of files and identifiers.
package enum PlainNames {
  /// By the letter in small: what stands for it.
  package static let spelling: [Character: String] = [
    "æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae",
  ]

  /// `text` in small letters with those of ``spelling`` spelled out; all else stays.
  package static func spelled(_ text: String) -> String {
    let lower = text.lowercased()
    return lower.utf8.allSatisfy { $0 < 0x80 } ? lower : lower.map { spelling[$0] ?? String($0) }.joined()
  }

  /// The words of `text` in small ASCII letters and digits; everything else parts them.
  package static func words(_ text: String) -> [String] {
    var folded: [UInt8] = []
    for character in text.lowercased() {
      if let letters = spelling[character] {
        folded += letters.utf8
      } else if let byte = character.asciiValue, character.isLetter || character.isNumber {
        folded.append(byte)
      } else {
        folded.append(0x20)
      }
    }
    return folded.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Gives out names of which no two are alike, not even in capitals: some file systems do not tell those apart.
package struct UniqueNames {
  private var taken: Set<String>

  /// Names beside those that are `taken`.
  package init(_ taken: some Sequence<String> = []) { self.taken = Set(taken.map { $0.lowercased() }) }

  /// `wanted`, with a number behind it where it is taken.
  package mutating func next(_ wanted: String) -> String {
    var name = wanted
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(wanted)-\(number)"
      number += 1
    }
    return name
  }
}
