/// Writes indented XML into memory, with every character escaped or left out as XML 1.0 demands.
///
/// An element that holds text is written on one line, so that its text is exactly what was given. The bytes are those that
/// libxml2's writer gives, in less time: much of a report is written here.
public final class XMLWriter {
  private var written: [UInt8]
  /// The elements that are open, the outermost first.
  private var open: [String] = []
  /// Whether the start tag of the innermost still lacks its end.
  private var isTagOpen = false
  /// Whether tags stand on lines of their own.
  private var isIndented = true
  /// Whether the next end tag stands on a line of its own: not behind text.
  private var endsOnOwnLine = true

  /// A writer at the start of an empty document.
  public init() { written = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) }

  /// Writes an element with its attributes in the order given (nil values are left out) and what `content` writes.
  public func element(_ name: String, _ attributes: [(String, String?)] = [], content: () throws -> Void = {}) rethrows
  {
    begin(name, attributes)
    try content()
    end(name)
  }

  /// Writes an element that holds nothing.
  public func emptyElement(_ name: String, _ attributes: [(String, String?)]) {
    begin(name, attributes)
    end(name)
  }

  /// Writes an element that holds only text.
  public func element(_ name: String, _ attributes: [(String, String?)] = [], text: String) {
    begin(name, attributes)
    self.text(text)
    end(name)
  }

  /// Writes an element in which text and elements stand side by side, on one line, so that no white space comes in between.
  public func mixedElement(_ name: String, _ attributes: [(String, String?)] = [], content: () -> Void) {
    begin(name, attributes)
    isIndented = false
    content()
    isIndented = true
    text("")
    end(name)
  }

  /// Writes a comment on a line of its own; two hyphens in a row, which XML forbids there, are parted.
  public func comment(_ text: String) {
    var text = text.replacing("--", with: "- -").replacing("--", with: "- -")
    if text.hasSuffix("-") { text += " " }
    beginLine(depth: open.count)
    write("<!-- ")
    append(text, .comment)
    write(" -->")
    if isIndented { written.append(0x0A) }
    isIndented = true
    endsOnOwnLine = true
  }

  /// Writes character data.
  public func text(_ text: String) {
    closeTag()
    if isIndented { endsOnOwnLine = false }
    append(text, .text)
  }

  /// The number of bytes that were written so far. The start tag of an element that holds nothing yet is still open.
  public var count: Int { written.count }

  /// The bytes that were written from the place `start` on.
  public func bytes(from start: Int) -> [UInt8] { start < written.count ? Array(written[start...]) : [] }

  /// The bytes of the document.
  public func finish() -> [UInt8] { written }

  private func begin(_ name: String, _ attributes: [(String, String?)]) {
    beginLine(depth: open.count)
    written.append(0x3C)
    written += name.utf8
    for case (let name, let value?) in attributes {
      written.append(0x20)
      written += name.utf8
      write("=\"")
      append(value, .attribute)
      written.append(0x22)
    }
    open.append(name)
    isTagOpen = true
  }

  private func end(_ name: String) {
    open.removeLast()
    if isTagOpen {
      write("/>")
      isTagOpen = false
      if isIndented { endsOnOwnLine = true }
    } else {
      if isIndented, endsOnOwnLine { indent(open.count) }
      endsOnOwnLine = true
      write("</")
      written += name.utf8
      written.append(0x3E)
    }
    if isIndented { written.append(0x0A) }
  }

  /// Begins what stands so deep, on a line of its own where tags are indented.
  private func beginLine(depth: Int) {
    if isTagOpen, isIndented { write(">\n") } else { closeTag() }
    isTagOpen = false
    if isIndented { indent(depth) }
  }

  private func write(_ text: StaticString) { text.withUTF8Buffer { written.append(contentsOf: $0) } }

  private func closeTag() {
    if isTagOpen { written.append(0x3E) }
    isTagOpen = false
  }

  private func indent(_ depth: Int) { for _ in 0..<depth { write("  ") } }

  /// Where a text stands: what must be escaped in it depends on that.
  private enum Place { case text, attribute, comment }

  /// Appends `text` escaped, without characters that XML 1.0 forbids.
  private func append(_ text: String, _ place: Place) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var index = 0
      while index < bytes.count {
        guard Self.needsLook(bytes[index]), let (width, name) = Self.replacement(bytes, index, place) else {
          index += 1
          continue
        }
        written.append(contentsOf: bytes[start..<index])
        write(name)
        index += width
        start = index
      }
      written.append(contentsOf: bytes[start...])
    }
  }

  /// Whether the byte may begin a character that is not written as it is.
  @inline(__always)
  private static func needsLook(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x26 || byte == 0x22 || byte == 0x3C || byte == 0x3E || byte == 0xEF
  }

  /// What stands for the character at `index`, and how many bytes it takes; nil when it is written as it is.
  private static func replacement(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ place: Place
  ) -> (width: Int, name: StaticString)? {
    switch (bytes[index], place) {
    case (0x26, .text), (0x26, .attribute): (1, "&amp;")
    case (0x22, .text), (0x22, .attribute): (1, "&quot;")
    case (0x3C, .text), (0x3C, .attribute): (1, "&lt;")
    case (0x3E, .text), (0x3E, .attribute): (1, "&gt;")
    case (0x0D, .text), (0x0D, .attribute): (1, "&#13;")
    case (0x09, .attribute): (1, "&#9;")
    case (0x0A, .attribute): (1, "&#10;")
    case (0x09, _), (0x0A, _), (0x0D, _), (0x22, _), (0x26, _), (0x3C, _), (0x3E, _): nil
    case (0xEF, _):
      // U+FFFE and U+FFFF.
      index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE ? (3, "") : nil
    default: (1, "")
    }
  }
}
