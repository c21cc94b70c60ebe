internal import PejlReport
internal import PejlText

/// Puts WordprocessingML together, with every text made safe.
struct WordMarkup {
  /// What has been written.
  private(set) var text = ""

  /// Writes an element with what `content` writes.
  mutating func element(_ name: String, _ attributes: [(String, String)] = [], content: (inout WordMarkup) -> Void) {
    open(name, attributes)
    text += ">"
    content(&self)
    text += "</\(name)>"
  }

  /// Writes an element that holds nothing.
  mutating func element(_ name: String, _ attributes: [(String, String)] = []) {
    open(name, attributes)
    text += "/>"
  }

  /// Writes an element whose only attribute is `w:val`.
  mutating func value(_ name: String, _ value: String) { element(name, [("w:val", value)]) }

  private mutating func open(_ name: String, _ attributes: [(String, String)]) {
    text += "<\(name)"
    for (name, value) in attributes { text += " \(name)=\"\(Self.escaped(value))\"" }
  }

  /// Writes a run of text.
  mutating func run(_ string: String, properties: (inout WordMarkup) -> Void = { _ in }) {
    element("w:r") {
      var format = WordMarkup()
      properties(&format)
      if !format.text.isEmpty { $0.text += "<w:rPr>\(format.text)</w:rPr>" }
      $0.text += "<w:t xml:space=\"preserve\">\(Self.escaped(string))</w:t>"
    }
  }

  /// Writes a part of a field; a dirty one is brought up to date when the document is opened.
  mutating func fieldMark(_ kind: String, isDirty: Bool = false) {
    element("w:r") {
      $0.element("w:fldChar", [("w:fldCharType", kind)] + (isDirty ? [("w:dirty", "true")] : []))
    }
  }

  /// Writes the instruction of a field.
  mutating func fieldInstruction(_ instruction: String) {
    element("w:r") {
      $0.text += "<w:instrText xml:space=\"preserve\"> \(Self.escaped(instruction)) </w:instrText>"
    }
  }

  /// Adds what another has written.
  mutating func append(_ other: WordMarkup) { text += other.text }

  /// `string` as it may stand in text and attributes: escaped, without what XML forbids, with marks of direction visible.
  static func escaped(_ string: String) -> String {
    var result = ""
    for scalar in ShownText.visible(string).unicodeScalars where UTF8Text.isAllowed(scalar) {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
