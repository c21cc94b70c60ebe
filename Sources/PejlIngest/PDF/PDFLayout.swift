internal import PejlText
internal import PejlXML

/// The words of a PDF with their places, as `pdftotext -bbox-layout` writes them.
struct PDFLayout: Sendable {
  var pages: [PDFPage] = []
  var metadata = Document.Metadata()

  /// A layout of `pages`.
  init(pages: [PDFPage]) { self.pages = pages }

  /// Puts `pages` in the place of those of the same number.
  mutating func replace(with pages: [PDFPage]) {
    for page in pages {
      if let index = self.pages.firstIndex(where: { $0.number == page.number }) { self.pages[index] = page }
    }
  }

  /// Gives each word its place in the raw text.
  mutating func number() {
    var source = 0
    for page in pages.indices {
      for line in pages[page].lines.indices {
        for word in pages[page].lines[line].words.indices {
          pages[page].lines[line].words[word].source = source
          source += pages[page].lines[line].words[word].text.utf8.count + 1
        }
      }
    }
  }

  /// The layout in the tool's output.
  init(_ output: [UInt8]) throws {
    let root = try XMLReader.parse(Self.cleaned(output))
    readHead(root.first("head"))
    var source = 0
    var block = 0
    for element in root.first("body")?.first("doc")?.elements("page") ?? [] {
      var page = PDFPage(
        number: pages.count + 1, width: Self.number(element, "width"), height: Self.number(element, "height"), lines: []
      )
      for blockElement in element.elements("flow").flatMap({ $0.elements("block") }) {
        block += 1
        for line in blockElement.elements("line") {
          if let line = Self.line(line, page: page.number, block: block, &source) { page.lines.append(line) }
        }
      }
      page.lines = Self.withBullets(page.lines)
      pages.append(page)
    }
  }

  /// The output without its DOCTYPE, and without the bytes that poppler copies from broken fonts.
  private static func cleaned(_ output: [UInt8]) -> [UInt8] {
    var start = 0
    if output.starts(with: "<!DOCTYPE".utf8), let end = output.firstIndex(of: 0x3E) { start = end + 1 }
    // A character that XML forbids is a control byte, or one of two that begin with EF in UTF-8.
    let bytes = output[start...].filter { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 }
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(0xEF) else { return Array(text.utf8) }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text.unicodeScalars.filter(UTF8Text.isAllowed))
    return Array(String(result).utf8)
  }

  private mutating func readHead(_ head: XMLElement?) {
    metadata.title = head?.first("title")?.foldedText.nonEmpty
    for meta in head?.elements("meta") ?? [] {
      guard let content = meta["content"]?.nonEmpty else { continue }
      switch meta["name"] {
      case "Author": metadata.senderName = content
      case "CreationDate": metadata.date = String(content.prefix { $0 != "T" })
      default: break
      }
    }
  }

  private static func number(_ element: XMLElement, _ name: String) -> Double {
    guard let value = element[name].flatMap(Double.init), value.isFinite else { return 0 }
    return value
  }

  private static func line(_ element: XMLElement, page: Int, block: Int, _ source: inout Int) -> PDFLine? {
    var words: [PDFWord] = []
    for word in element.elements("word") {
      let text = word.foldedText
      guard !text.isEmpty else { continue }
      words.append(
        PDFWord(
          text: text, source: source, left: number(word, "xMin"), right: number(word, "xMax"),
          height: number(word, "yMax") - number(word, "yMin")))
      source += text.utf8.count + 1
    }
    guard !words.isEmpty else { return nil }
    let heights = words.map(\.height).sorted()
    return PDFLine(
      words: words, left: number(element, "xMin"), right: number(element, "xMax"), top: number(element, "yMin"),
      bottom: number(element, "yMax"), height: heights[heights.count / 2], page: page, block: block)
  }

  /// Whether the text is a number as it stands, raised, before a footnote.
  private static func isNoteNumber(_ text: String) -> Bool { text.count <= 2 && text.allSatisfy(\.isNumber) }

  /// Puts a bullet or number that stands as a line of its own before the line that it belongs to: the next one, or, where
  /// all bullets of a list stand in a column of their own, the one beside it.
  private static func withBullets(_ lines: [PDFLine]) -> [PDFLine] {
    var bullets: [Int: Int] = [:]
    for (index, mark) in lines.enumerated() where mark.words.count == 1 {
      let isMark = ListMarker(mark.text + " x") != nil
      // A line that has a mark of its own is none, or the first of the two would be lost.
      guard bullets[index] == nil, isMark || isNoteNumber(mark.text) else { continue }
      let middle = (mark.top + mark.bottom) / 2
      let reach = index + 1..<min(index + (isMark ? 200 : 2), lines.count)
      let line = reach.clamped(to: lines.indices).first { other in
        bullets[other] == nil && lines[other].top < middle && middle < lines[other].bottom
          && lines[other].left > mark.left && !(isMark && lines[other].text == mark.text)
      }
      if let line { bullets[line] = index }
    }
    let moved = Set(bullets.values)
    return lines.indices.compactMap { index in
      if moved.contains(index) { return nil }
      guard let bullet = bullets[index] else { return lines[index] }
      let mark = lines[bullet]
      var joined = lines[index]
      joined.words = mark.words + joined.words
      if !isNoteNumber(mark.text) { joined.bullet = mark.left }
      return joined
    }
  }
}
