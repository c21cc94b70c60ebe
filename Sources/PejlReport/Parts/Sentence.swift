internal import PejlCodebook

/// A sentence some of whose words are links.
struct Sentence {
  /// A stretch of a sentence.
  struct Part {
    let text: String
    /// Where it leads, seen from the report's folder; nil for plain text.
    var address: String?
  }

  private(set) var parts: [Part]

  /// A sentence without links.
  init(_ text: String) { parts = [Part(text: text)] }

  init(parts: [Part]) { self.parts = parts }

  /// A text of the catalogue in which each `{name}` is replaced by a stretch of its own.
  init(_ text: String, _ values: [String: Sentence]) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      parts.append(Part(text: String(rest[..<open])))
      parts += values[String(rest[rest.index(after: open)..<close])]?.parts ?? []
      rest = rest[rest.index(after: close)...]
    }
    self.parts = parts + [Part(text: String(rest))]
  }

  /// `items` as a list in a sentence.
  static func list(_ items: [Sentence], _ words: Words) -> Sentence {
    var parts: [Part] = []
    for (index, item) in items.enumerated() {
      if index > 0 { parts.append(Part(text: index == items.count - 1 ? " \(words["and"]) " : ", ")) }
      parts += item.parts
    }
    return Sentence(parts: parts)
  }

  /// The two sentences with a blank between them.
  static func + (left: Sentence, right: Sentence) -> Sentence {
    Sentence(parts: left.parts + [Part(text: " ")] + right.parts)
  }

  /// The values of the template `sentence`.
  var fields: [Fields] {
    parts.filter { !$0.text.isEmpty }.map { ["part": $0.text, "partAddress": $0.address] }
  }
}
