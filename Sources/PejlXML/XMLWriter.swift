internal import CLibXML2

/// Writes indented XML into memory, with every character escaped or left out as XML 1.0 demands.
///
/// An element that holds text is written on one line, so that its text is exactly what was given.
public final class XMLWriter {
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr

  /// A writer at the start of an empty document.
  public init() {
    guard let buffer = xmlBufferCreate(), let writer = xmlNewTextWriterMemory(buffer, 0) else {
      preconditionFailure("there is no memory left")
    }
    self.buffer = buffer
    self.writer = writer
    xmlTextWriterSetIndent(writer, 1)
    xmlTextWriterSetIndentString(writer, "  ")
    xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil)
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

  /// Writes an element with its attributes in the order given (nil values are left out) and what `content` writes.
  public func element(_ name: String, _ attributes: [(String, String?)] = [], content: () throws -> Void = {}) rethrows
  {
    xmlTextWriterStartElement(writer, name)
    for case (let name, let value?) in attributes { xmlTextWriterWriteAttribute(writer, name, Self.legal(value)) }
    try content()
    xmlTextWriterEndElement(writer)
  }

  /// Writes an element that holds nothing.
  public func emptyElement(_ name: String, _ attributes: [(String, String?)]) { element(name, attributes) {} }

  /// Writes an element that holds only text.
  public func element(_ name: String, _ attributes: [(String, String?)] = [], text: String) {
    element(name, attributes) { self.text(text) }
  }

  /// Writes an element in which text and elements stand side by side, on one line, so that no white space comes in between.
  public func mixedElement(_ name: String, _ attributes: [(String, String?)] = [], content: () -> Void) {
    element(name, attributes) {
      xmlTextWriterSetIndent(writer, 0)
      content()
      xmlTextWriterSetIndent(writer, 1)
      // After text libxml2 does not indent the end of the element.
      text("")
    }
  }

  /// Writes a comment on a line of its own; two hyphens in a row, which XML forbids there, are parted.
  public func comment(_ text: String) {
    var text = text.replacing("--", with: "- -").replacing("--", with: "- -")
    if text.hasSuffix("-") { text += " " }
    xmlTextWriterWriteComment(writer, Self.legal(" \(text) "))
    // libxml2 takes the comment for text, after which it would not indent the end of the element.
    xmlTextWriterSetIndent(writer, 1)
  }

  /// Writes character data.
  public func text(_ text: String) { xmlTextWriterWriteString(writer, Self.legal(text)) }

  /// The number of bytes that were written so far. The start tag of an element that holds nothing yet is still open.
  public var count: Int {
    xmlTextWriterFlush(writer)
    return Int(xmlBufferLength(buffer))
  }

  /// The bytes that were written from the place `start` on.
  public func bytes(from start: Int) -> [UInt8] {
    let end = count
    guard let content = xmlBufferContent(buffer), start < end else { return [] }
    return Array(UnsafeBufferPointer(start: content + start, count: end - start))
  }

  /// Ends the document and returns its bytes.
  public func finish() -> [UInt8] {
    xmlTextWriterEndDocument(writer)
    xmlTextWriterFlush(writer)
    guard let content = xmlBufferContent(buffer) else { return [] }
    return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
  }

  /// `text` without characters that XML 1.0 forbids: libxml2 writes them as they are.
  private static func legal(_ text: String) -> String {
    var text = text
    if text.withUTF8(isLegal) { return text }
    let isLegal = { (scalar: Unicode.Scalar) -> Bool in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...0x10FFFF: true
      default: false
      }
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text.unicodeScalars.filter(isLegal))
    return String(result)
  }

  /// Whether the bytes hold no control character and neither U+FFFE nor U+FFFF, as nearly all texts do.
  private static func isLegal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (place, byte) in bytes.enumerated() {
      if byte < 0x20 {
        guard byte == 0x09 || byte == 0x0A || byte == 0x0D else { return false }
      } else if byte == 0xEF, place + 2 < bytes.count, bytes[place + 1] == 0xBF, bytes[place + 2] >= 0xBE {
        return false
      }
    }
    return true
  }
}
