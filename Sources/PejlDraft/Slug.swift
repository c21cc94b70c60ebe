internal import PejlText

/// Makes identifiers of names.
enum Slug {
  /// `name` in small ASCII letters, digits and hyphens, at most `limit` characters, cut between words.
  ///
  /// - Returns: `fallback` when the name holds neither letter nor digit.
  static func slug(_ name: String, limit: Int = 60, fallback: String) -> String {
    var result = ""
    for word in PlainNames.words(name) {
      guard result.count + word.count < limit || result.isEmpty else { break }
      result += result.isEmpty ? String(word.prefix(limit)) : "-\(word)"
    }
    return result.isEmpty ? fallback : result
  }
}
