/// The sentences that drafts carry as comments, by key; content, not code.
struct DraftWords: Sendable {
  /// The words that come with Pejl.
  static let danish = DraftWords(PackageResources.words_da_txt)

  private let texts: [String: String]

  init(_ bytes: [UInt8]) {
    let pairs = String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap {
      line -> (String, String)? in
      guard !line.hasPrefix("#"), let equals = line.firstIndex(of: "=") else { return nil }
      return (line[..<equals].trimmed, line[line.index(after: equals)...].trimmed)
    }
    texts = Dictionary(pairs) { first, _ in first }
  }

  /// The text of `key` with `{}` replaced by `values` in order; the key itself where there is no text, so that a gap shows.
  func callAsFunction(_ key: String, _ values: String...) -> String { filled(key, values) }

  /// The same for values in an array.
  func filled(_ key: String, _ values: [String]) -> String {
    var result = texts[key] ?? key
    for value in values {
      if let place = result.firstRange(of: "{}") { result.replaceSubrange(place, with: value) }
    }
    return result
  }
}
