internal import PejlText

/// Words of like meaning, from the files of MyThes: an index `word|offset` and data, where `word|count` at that byte is
/// followed by `count` lines `kind|synonym|synonym`. The first line of each names the encoding.
public struct Thesaurus: Sendable {
  /// A word of like meaning.
  public struct Synonym: Sendable, Hashable {
    /// The word or phrase.
    public let word: String
    /// What the thesaurus says of it in brackets, such as that it is a narrower word.
    public let note: String?
  }

  private let data: [UInt8]
  private let isUTF8: Bool
  private let offsets: [String: Int]

  /// A thesaurus of the bytes of its two files; `path` is the index, for errors.
  ///
  /// - Throws: ``InvalidInput`` when the index names an encoding other than UTF-8 and ISO 8859-1.
  public init(index: [UInt8], data: [UInt8], path: String) throws {
    let lines = index.split(separator: 0x0A)
    let encoding = String(decoding: lines.first ?? [], as: UTF8.self).trimmed.uppercased().filter { $0 != "-" }
    guard encoding == "UTF8" || encoding == "ISO88591" else {
      throw InvalidInput(
        code: "thesaurus.encoding",
        "the first line names the encoding \"\(encoding.prefix(20))\"; only UTF-8 and ISO8859-1 are read", path: path,
        line: 1)
    }
    isUTF8 = encoding == "UTF8"
    self.data = data
    var offsets: [String: Int] = [:]
    for line in lines.dropFirst() {
      guard let bar = line.lastIndex(of: 0x7C),
        let offset = Int(String(decoding: line[(bar + 1)...], as: UTF8.self).trimmed)
      else { continue }
      offsets[Self.text(line[..<bar], isUTF8: isUTF8)] = offset
    }
    self.offsets = offsets
  }

  /// The words of like meaning, each once, in the order of the file; none when the word is not there.
  public func synonyms(_ word: String) -> [Synonym] {
    guard let offset = offsets[word], data.indices.contains(offset) else { return [] }
    var lines = data[offset...].split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    let head = Self.text(lines[0], isUTF8: isUTF8).split(separator: "|")
    guard head.count == 2, String(head[0]) == word, let count = Int(String(head[1]).trimmed) else { return [] }
    var result: [Synonym] = []
    var seen: Set<String> = [word]
    for _ in 0..<count {
      guard let rest = lines.last, lines.count == 2 else { break }
      lines = rest.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
      for field in Self.text(lines[0], isUTF8: isUTF8).split(separator: "|", omittingEmptySubsequences: false)
        .dropFirst()
      {
        let synonym = Self.synonym(String(field))
        if !synonym.word.isEmpty, seen.insert(synonym.word).inserted { result.append(synonym) }
      }
    }
    return result
  }

  /// A field with its notes in brackets taken off its end.
  private static func synonym(_ field: String) -> Synonym {
    var word = field.trimmed
    var note: String?
    while word.hasSuffix(")"), let open = word.lastIndex(of: "("), open != word.startIndex {
      note = String(word[word.index(after: open)...].dropLast())
      word = String(word[..<open]).trimmed
    }
    return Synonym(word: word, note: note)
  }

  private static func text(_ bytes: ArraySlice<UInt8>, isUTF8: Bool) -> String {
    if isUTF8 { return String(decoding: bytes, as: UTF8.self) }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: bytes.map { Unicode.Scalar($0) })
    return String(scalars)
  }
}

extension String {
  /// Without white space at its ends.
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
