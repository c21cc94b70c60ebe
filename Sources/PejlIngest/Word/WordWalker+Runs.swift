internal import PejlText
internal import PejlXML

extension WordWalker {
  /// Walks through what stands within a paragraph.
  mutating func inlineContent(_ element: XMLElement) {
    children(of: element) { walker, child in
      switch child.name {
      case "r": walker.readRun(child)
      case "del", "moveFrom", "pPr", "rPr", "sectPr", "instrText", "delText": walker.skip(child)
      case "sdt": walker.readControl(child) { $0.inlineContent($1) }
      case "AlternateContent": walker.readAlternative(child) { $0.inlineContent($1) }
      default: walker.inlineContent(child)
      }
    }
  }

  private mutating func readRun(_ run: XMLElement) {
    let properties = run.first("rPr")
    let style = properties?.first("rStyle")?["val"]
    let isHidden =
      properties?.first("vanish").map(WordStyles.isOn) ?? (isParagraphHidden || setting.styles.isHidden(style))
    let isBold =
      properties?.first("b").map(WordStyles.isOn) ?? (isParagraphBold || setting.styles.isBold(style))
    runContent(run, isHidden: isHidden, isBold: isBold)
  }

  private mutating func runContent(_ run: XMLElement, isHidden: Bool, isBold: Bool) {
    children(of: run) { walker, child in
      switch child.name {
      case "t":
        walker.add(child.text, source: walker.position, isHidden: isHidden, isBold: isBold)
        walker.skip(child)
      case "tab", "ptab": walker.paragraph.addBlank()
      case "cr": walker.paragraph.addLineBreak()
      case "br": walker.readBreak(child)
      case "lastRenderedPageBreak": if walker.setting.pageMark == .rendered { walker.page += 1 }
      case "noBreakHyphen": walker.add("-", source: nil, isHidden: isHidden, isBold: isBold)
      case "sym": walker.add(Self.symbol(child), source: nil, isHidden: isHidden, isBold: isBold)
      case "fldChar": walker.readField(child)
      case "footnoteReference", "endnoteReference":
        if let id = child["id"] { walker.pendingNotes.append("\(child.name.prefix(3)):\(id)") }
      case "AlternateContent":
        walker.readAlternative(child) { $0.runContent($1, isHidden: isHidden, isBold: isBold) }
      case "drawing", "pict", "object": walker.readDrawing(child)
      case "ruby":
        walker.children(of: child) { walker, child in
          if child.name == "rubyBase" { walker.inlineContent(child) } else { walker.skip(child) }
        }
      default: walker.skip(child)
      }
    }
  }

  private mutating func add(_ text: String, source: Int?, isHidden: Bool, isBold: Bool) {
    // Within the code of a field nothing is text.
    guard !fields.contains(false) else { return }
    let count = text.unicodeScalars.count { $0.properties.isAlphabetic }
    guard !isHidden else {
      hidden += text.unicodeScalars.count { !$0.properties.isWhitespace }
      return
    }
    if paragraph.isEmpty { openPage = page }
    letters.all += count
    if isBold { letters.bold += count }
    paragraph.add(text, source: source)
  }

  private mutating func readBreak(_ element: XMLElement) {
    switch element["type"] {
    case "page":
      if setting.pageMark == .written { page += 1 }
      paragraph.addBlank()
    case "column": paragraph.addBlank()
    default: paragraph.addLineBreak()
    }
  }

  private mutating func readField(_ element: XMLElement) {
    switch element["fldCharType"] {
    case "begin": fields.append(false)
    case "separate": if !fields.isEmpty { fields[fields.count - 1] = true }
    case "end": if !fields.isEmpty { fields.removeLast() }
    default: break
    }
  }

  /// Notes the text boxes in a drawing; they are read when the paragraph that they hang on is done.
  private mutating func readDrawing(_ element: XMLElement) {
    children(of: element) { walker, child in
      switch child.name {
      case "txbxContent":
        walker.pendingBoxes.append((child, walker.position))
        walker.skip(child)
      case "AlternateContent": walker.readAlternative(child) { $0.readDrawing($1) }
      default: walker.readDrawing(child)
      }
    }
  }

  /// The character that a symbol font shows; those fonts have their own numbering in the private area.
  private static func symbol(_ element: XMLElement) -> String {
    guard let code = element["char"].flatMap({ UInt32($0, radix: 16) }) else { return "" }
    let font = element["font"]?.lowercased() ?? ""
    if font.hasPrefix("wingdings") {
      return switch code & 0xFF {
      case 0xE0, 0xE8, 0xF0: "→"
      case 0xDF: "←"
      case 0xFC: "✓"
      case 0xFE, 0x78, 0x52: "☒"
      case 0x6F, 0xA8, 0x71, 0x72: "☐"
      case 0x4A: "☺"
      case 0x4C: "☹"
      default: "•"
      }
    }
    if code >= 0xF000, code <= 0xF0FF {
      return switch code & 0xFF {
      case 0xAE, 0xDE: "→"
      case 0xB3: "≥"
      case 0xA3: "≤"
      case 0xB1: "±"
      case 0xB4: "×"
      case 0x2D: "-"
      case let low where 0x30...0x39 ~= low: String(Character(Unicode.Scalar(UInt8(low))))
      default: "•"
      }
    }
    return Unicode.Scalar(code).map { String(Character($0)) } ?? ""
  }
}
