internal import PejlText
internal import PejlXML

/// Reads a page as a browser would show it, without its menus, scripts and forms.
struct HTMLDocumentReader: DocumentReader {
  func read(_ source: SourceFile) async throws -> ReadContent {
    var builder = DocumentBuilder(format: "html")
    Self.append(source.bytes, declared: nil, part: "page", isMail: false, to: &builder)
    guard !builder.isEmpty else {
      throw refusal("empty", "the page shows no text; open it in a browser and save what you see as PDF or text")
    }
    return ReadContent(document: builder.build())
  }

  /// Adds what the page in `bytes` shows to `builder`.
  ///
  /// - Parameters:
  ///   - bytes: the page.
  ///   - declared: the encoding that a mail gives for it.
  ///   - part: the name of the part of the file that it is.
  ///   - isMail: whether it is the text of a mail, in which earlier mail and signatures are looked for.
  ///   - builder: what the blocks are added to.
  static func append(
    _ bytes: [UInt8], declared: String?, part: String, isMail: Bool, to builder: inout DocumentBuilder
  ) {
    let decoded = TextDecoder(bytes, declared: declared ?? metaCharset(bytes))
    builder.notes += decoded.notes
    guard let root = HTMLReader.parse(decoded.bytes, encoding: "UTF-8") else { return }
    var walker = HTMLWalker(builder: builder, part: part, isMail: isMail)
    walker.walk(root)
    builder = walker.finish()
  }

  /// The charset that the page's own head names.
  private static func metaCharset(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    guard let mark = head.range(of: "charset=") else { return nil }
    let value = head[mark.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
    let name = value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return name.isEmpty ? nil : String(name)
  }
}

extension StringProtocol {
  /// Where `text` first stands, or nil.
  func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      let rest = self[start...]
      if rest.hasPrefix(text) { return start..<rest.index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
