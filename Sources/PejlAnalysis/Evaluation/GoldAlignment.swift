public import PejlTagging
internal import PejlSegment
public import PejlText

/// Finds the passages that a gold file speaks of.
public struct GoldAlignment: Sendable {
  private let response: TaggedResponse

  /// An alignment with one response.
  public init(_ response: TaggedResponse) { self.response = response }

  /// Whether a row's `file` means this response: its name, without or with extension.
  public func isMeant(by file: String) -> Bool { file == response.file || file == Self.stem(response.file) }

  /// The rows of `gold` that name the response, each with the tags of the passages that lie in its paragraph, and a finding
  /// for each row whose paragraph is not there.
  ///
  /// Paragraphs are counted over the blank-line separated pieces of the extracted text; a first line that begins with `#` is
  /// not one of them. A row with `begins` takes the next passage that begins so.
  public func align(_ gold: GoldFile) -> (found: [CodedParagraph], missing: [Diagnostic]) {
    let rows = gold.rows.filter { $0.file.map(isMeant) ?? false }
    var missing: [Diagnostic] = []
    let spans =
      rows.contains { $0.begins != nil }
      ? spansByOpening(rows, gold.path, &missing) : spansByNumber(rows, gold.path, &missing)
    let found = zip(rows, spans).compactMap { row, span in
      span.map { span in
        CodedParagraph(
          gold: row, goldPath: gold.path, source: response.file, text: response.document.text[span], span: span,
          passages: response.passages.filter { $0.passage.core.overlaps(span) })
      }
    }
    return (found, missing)
  }

  private func spansByNumber(_ rows: [GoldFile.Row], _ path: String, _ missing: inout [Diagnostic]) -> [TextSpan?] {
    let paragraphs = self.paragraphs()
    return rows.map { row in
      guard let number = row.paragraph, paragraphs.indices.contains(number - 1) else {
        missing.append(
          Diagnostic(
            .error, code: "gold.paragraph",
            "\(response.file) has \(paragraphs.count) paragraphs, and this row speaks of number \(row.paragraph ?? 0); "
              + "count the pieces between blank lines, or name the paragraph by its first words in a column begins",
            path: path, line: row.line))
        return nil
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

  private func spansByOpening(_ rows: [GoldFile.Row], _ path: String, _ missing: inout [Diagnostic]) -> [TextSpan?] {
    let passages = response.passages.map(\.passage)
    let texts = passages.map { Self.folded(response.document.text[$0.core]) }
    var next = 0
    return rows.map { row in
      let opening = Self.folded(row.begins ?? "")
      let found =
        texts.indices.dropFirst(next).first { texts[$0].hasPrefix(opening) }
        ?? texts.indices.dropFirst(next).first { texts[$0].contains(opening) }
      guard let found else {
        missing.append(
          Diagnostic(
            .error, code: "gold.begins",
            "no passage of \(response.file) begins with \"\(row.begins ?? "")\" after the row before; mend the words, or put "
              + "the rows in the order of the answer", path: path, line: row.line))
        return nil
      }
      next = found + 1
      return passages[found].core
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
