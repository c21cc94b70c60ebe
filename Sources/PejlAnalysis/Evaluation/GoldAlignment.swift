public import PejlCodebook
public import PejlTagging
internal import PejlSegment
internal import PejlText

/// A coded paragraph beside the tags that Pejl set on the same words.
public struct CodedParagraph: Sendable {
  /// What the person coded.
  public let gold: GoldFile.Row
  /// The paragraph.
  public let text: String
  /// What Pejl set, by facet.
  public let predicted: [Facet.ID: Set<String>]
  /// The tags that it set.
  public let tags: [Tag]

  /// A paragraph with what both set.
  public init(gold: GoldFile.Row, text: String, predicted: [Facet.ID: Set<String>], tags: [Tag]) {
    self.gold = gold
    self.text = text
    self.predicted = predicted
    self.tags = tags
  }
}

/// Finds the passages that a gold file speaks of.
public struct GoldAlignment: Sendable {
  private let response: TaggedResponse

  /// An alignment with one response.
  public init(_ response: TaggedResponse) { self.response = response }

  /// The rows of `gold` that name the response, each with the tags of the passages that lie in its paragraph.
  ///
  /// Paragraphs are counted over the blank-line separated pieces of the extracted text; a first line that begins with `#` is
  /// not one of them. A row with `begins` takes the next passage that begins so, and those up to the next row's.
  /// - Throws: ``InvalidInput`` when a paragraph cannot be found, with the row's line.
  public func align(_ gold: GoldFile) throws -> [CodedParagraph] {
    let rows = gold.rows.filter { row in
      guard let file = row.file else { return false }
      return file == response.file || file == Self.stem(response.file)
    }
    let spans =
      try rows.contains { $0.begins != nil } ? spansByOpening(rows, gold.path) : spansByNumber(rows, gold.path)
    return zip(rows, spans).map { row, span in
      let inside = response.passages.filter { $0.passage.core.overlaps(span) }
      var predicted: [Facet.ID: Set<String>] = [:]
      for tag in inside.flatMap(\.tags) { predicted[tag.facet, default: []].insert(tag.code) }
      return CodedParagraph(
        gold: row, text: response.document.text[span], predicted: predicted, tags: inside.flatMap(\.tags))
    }
  }

  private func spansByNumber(_ rows: [GoldFile.Row], _ path: String) throws -> [TextSpan] {
    let paragraphs = self.paragraphs()
    return try rows.map { row in
      guard let number = row.paragraph, paragraphs.indices.contains(number - 1) else {
        throw InvalidInput(
          code: "gold.paragraph",
          "\(response.file) has \(paragraphs.count) paragraphs, and this row speaks of number \(row.paragraph ?? 0)",
          path: path, line: row.line)
      }
      return paragraphs[number - 1]
    }
  }

  /// The pieces between blank lines, without a first line that begins with `#`.
  private func paragraphs() -> [TextSpan] {
    let text = response.document.text
    var result: [TextSpan] = []
    var start = 0
    var index = 0
    func close(_ end: Int) {
      let span = text.trimmed(TextSpan(start, end))
      if !span.isEmpty { result.append(span) }
    }
    while index < text.count {
      if text.bytes[index] == 0x0A {
        var next = index + 1
        while next < text.count, text.bytes[next] == 0x20 || text.bytes[next] == 0x09 { next += 1 }
        if next < text.count, text.bytes[next] == 0x0A {
          close(index)
          start = next
          index = next
        }
      }
      index += 1
    }
    close(text.count)
    guard let first = result.first, text.bytes[first.start] == UInt8(ascii: "#") else { return result }
    // The marked line may be the head of a paragraph.
    let lineEnd = text.bytes[first.range].firstIndex(of: 0x0A) ?? first.end
    let rest = text.trimmed(TextSpan(lineEnd, first.end))
    return (rest.isEmpty ? [] : [rest]) + result.dropFirst()
  }

  private func spansByOpening(_ rows: [GoldFile.Row], _ path: String) throws -> [TextSpan] {
    let passages = response.passages.map(\.passage)
    let texts = passages.map { Self.folded(response.document.text[$0.core]) }
    var next = 0
    let starts: [Int] = try rows.map { row in
      let opening = Self.folded(row.begins ?? "")
      let found =
        texts.indices.dropFirst(next).first { texts[$0].hasPrefix(opening) }
        ?? texts.indices.dropFirst(next).first { texts[$0].contains(opening) }
      guard let found else {
        throw InvalidInput(
          code: "gold.begins",
          "no passage of \(response.file) begins with \"\(row.begins ?? "")\" after the row before",
          path: path, line: row.line)
      }
      next = found + 1
      return found
    }
    return zip(starts, starts.dropFirst().map(Optional.some) + [nil]).map { start, following in
      // Passages between two rows that no row speaks of, such as page furniture, belong to none.
      let end = following.map { min($0, start + 1) } ?? start + 1
      return TextSpan(passages[start].core.start, passages[max(end - 1, start)].core.end)
    }
  }

  private static func folded(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ").drop { "•-–*·".contains($0) || $0 == " " }.lowercased()
  }

  private static func stem(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }
}
