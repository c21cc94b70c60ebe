/// Makes identifiers of names.
enum Slug {
  /// `name` in small ASCII letters, digits and hyphens, at most `limit` characters, cut between words.
  ///
  /// - Returns: `fallback` when the name holds neither letter nor digit.
  static func slug(_ name: String, limit: Int = 60, fallback: String) -> String {
    let spelled: [Character: String] = ["æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"]
    var folded = ""
    for character in name.lowercased() {
      if let letters = spelled[character] {
        folded += letters
      } else {
        folded.append(character.isASCII && (character.isLetter || character.isNumber) ? character : " ")
      }
    }
    var result = ""
    for word in folded.split(separator: " ") {
      guard result.count + word.count < limit || result.isEmpty else { break }
      result += result.isEmpty ? String(word.prefix(limit)) : "-\(word)"
    }
    return result.isEmpty ? fallback : result
  }

  /// An identifier of `name` that `used` does not hold; it is added there.
  static func unique(_ name: String, fallback: String, used: inout Set<String>) -> String {
    let base = slug(name, fallback: fallback)
    var candidate = base
    var number = 2
    while !used.insert(candidate).inserted {
      candidate = "\(base)-\(number)"
      number += 1
    }
    return candidate
  }
}
