/// What is looked for in a passage.
indirect enum SearchExpression: Hashable {
  /// A word or several that follow one another, in any inflection.
  case words(String, form: Form)
  /// All of the first, and none of the others; the first are never empty.
  case all([SearchExpression], without: [SearchExpression])
  /// At least one.
  case any([SearchExpression])

  /// How words are meant.
  enum Form: Hashable {
    /// A word by itself, which may be part of a compound too.
    case word
    /// Exactly these words.
    case phrase
    /// The last of them is the beginning of a word.
    case beginning
  }

  /// The expression in the language of FTS5, where all that a user wrote is quoted.
  ///
  /// - Parameter compounds: the compounds that a word is part of.
  /// - Returns: the right side of `MATCH`.
  /// - Throws: what `compounds` throws.
  func match(compounds: (String) throws -> [String]) rethrows -> String {
    switch self {
    case .words(let text, .phrase): return Self.quoted(text)
    case .words(let text, .beginning): return Self.quoted(text) + " *"
    case .words(let text, .word):
      return Self.group(([text] + (try compounds(text))).map(Self.quoted), " OR ")
    case .any(let parts): return Self.group(try parts.map { try $0.match(compounds: compounds) }, " OR ")
    case .all(let parts, let others):
      let wanted = Self.group(try parts.map { try $0.match(compounds: compounds) }, " AND ")
      guard !others.isEmpty else { return wanted }
      return "(\(wanted) NOT \(Self.group(try others.map { try $0.match(compounds: compounds) }, " OR ")))"
    }
  }

  private static func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }

  private static func group(_ parts: [String], _ word: String) -> String {
    parts.count == 1 ? parts[0] : "(\(parts.joined(separator: word)))"
  }
}
