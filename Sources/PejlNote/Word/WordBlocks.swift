internal import PejlReport

/// Writes blocks as WordprocessingML.
struct WordBlocks {
  let styles: WordStyleNames
  let words: NoteWords
  /// The usable width of the page in twentieths of a point.
  let width: Int
  /// The numbers of bookmarks by anchor: Word takes at most 40 letters, digits and underscores for a name.
  let bookmarks: [String: Int]

  /// The paragraphs and tables of `blocks`.
  func markup(_ blocks: [NoteBlock]) -> WordMarkup {
    var markup = WordMarkup()
    for block in blocks { write(block, to: &markup) }
    return markup
  }

  private func write(_ block: NoteBlock, to markup: inout WordMarkup) {
    switch block {
    case .heading(let level, let text, let anchor):
      let role: WordRole = level == 1 ? .heading1 : level == 2 ? .heading2 : .heading3
      markup.element("w:p") {
        style(role, in: &$0)
        if let number = bookmarks[anchor] {
          $0.element("w:bookmarkStart", [("w:id", String(number)), ("w:name", Self.bookmark(number))])
          $0.run(text)
          $0.element("w:bookmarkEnd", [("w:id", String(number))])
        } else {
          $0.run(text)
        }
      }
    case .paragraph(let text): paragraph(text, .body, to: &markup)
    case .remark(let text): paragraph(text, .remark, to: &markup)
    case .quote(let text, let source):
      paragraph(words.quoted(text), .quote, to: &markup)
      paragraph(source, .source, to: &markup)
    case .table(let table): write(table, to: &markup)
    }
  }

  static func bookmark(_ number: Int) -> String { "_Toc9\(String(number + 1_000_000).dropFirst())" }

  private func style(_ role: WordRole, in markup: inout WordMarkup) {
    guard let id = styles[role] else { return }
    markup.element("w:pPr") { $0.value("w:pStyle", id) }
  }

  private func paragraph(_ text: String, _ role: WordRole, to markup: inout WordMarkup) {
    markup.element("w:p") {
      style(role, in: &$0)
      $0.run(text)
    }
  }

  private func write(_ table: NoteTable, to markup: inout WordMarkup) {
    paragraph(table.caption, .caption, to: &markup)
    let widths = table.columns.map { max(1, width * $0.share / 100) }
    markup.element("w:tbl") { markup in
      markup.element("w:tblPr") {
        if let id = styles[.table] { $0.value("w:tblStyle", id) }
        $0.element("w:tblW", [("w:w", String(widths.reduce(0, +))), ("w:type", "dxa")])
        $0.value("w:tblLayout", "fixed", attribute: "w:type")
        $0.element(
          "w:tblLook",
          [
            ("w:val", "04A0"), ("w:firstRow", "1"), ("w:lastRow", "0"),
            ("w:firstColumn", table.hasRowHeaders ? "1" : "0"), ("w:lastColumn", "0"),
            ("w:noHBand", "0"), ("w:noVBand", "1"),
          ])
        $0.value("w:tblCaption", ShownText.shortened(table.caption))
      }
      markup.element("w:tblGrid") { for width in widths { $0.element("w:gridCol", [("w:w", String(width))]) } }
      markup.element("w:tr") {
        $0.element("w:trPr") {
          $0.element("w:cantSplit")
          $0.element("w:tblHeader")
        }
        for (column, width) in zip(table.columns, widths) {
          cell([.strong(column.title)], width: width, isNumber: column.isNumber, to: &$0)
        }
      }
      for row in table.rows {
        markup.element("w:tr") {
          // A row of long quotes may go on over a page; a short one must not.
          if row.allSatisfy(Self.isShort) { $0.element("w:trPr") { $0.element("w:cantSplit") } }
          for (index, parts) in row.enumerated() {
            cell(parts, width: widths[index], isNumber: table.columns[index].isNumber, to: &$0)
          }
        }
      }
    }
    // Word joins tables that touch, and a cell or a page must not end with one.
    markup.element("w:p") { style(.source, in: &$0) }
  }

  private static let shortCell = 900

  private static func isShort(_ parts: [NoteTable.Part]) -> Bool {
    parts.reduce(0) { sum, part in
      switch part {
      case .text(let text), .strong(let text), .quote(let text), .source(let text): sum + text.count
      case .choice, .room: sum
      }
    } < shortCell
  }

  private func cell(_ parts: [NoteTable.Part], width: Int, isNumber: Bool, to markup: inout WordMarkup) {
    markup.element("w:tc") { markup in
      markup.element("w:tcPr") { $0.element("w:tcW", [("w:w", String(width)), ("w:type", "dxa")]) }
      if parts.isEmpty { markup.element("w:p") { style(.cell, in: &$0) } }
      for part in parts { write(part, isNumber: isNumber, to: &markup) }
    }
  }

  private func write(_ part: NoteTable.Part, isNumber: Bool, to markup: inout WordMarkup) {
    let role: WordRole
    let text: String
    switch part {
    case .text(let string): (role, text) = (.cell, string)
    case .strong(let string): (role, text) = (.cellStrong, string)
    case .quote(let string): (role, text) = (.cell, words.quoted(string))
    case .source(let string): (role, text) = (.cellSource, string)
    case .choice: return choice(to: &markup)
    case .room(let label): return room(label, to: &markup)
    }
    markup.element("w:p") {
      $0.element("w:pPr") {
        if let id = styles[role] { $0.value("w:pStyle", id) }
        if isNumber { $0.value("w:jc", "right") }
      }
      $0.run(text)
    }
  }

  /// A list to choose from.
  private func choice(to markup: inout WordMarkup) {
    control(named: words["column.met"], showing: words["choice.prompt"], to: &markup) {
      $0.element("w:dropDownList") { list in
        for key in ["choice.yes", "choice.partly", "choice.no"] {
          list.element("w:listItem", [("w:displayText", words[key]), ("w:value", words[key])])
        }
      }
    }
  }

  /// Room for a person's words.
  private func room(_ label: String, to markup: inout WordMarkup) {
    control(named: label, showing: "\(label) …", to: &markup) { $0.element("w:text", [("w:multiLine", "1")]) }
  }

  /// A content control: Word shows what belongs there until something is written or chosen.
  private func control(
    named name: String, showing prompt: String, to markup: inout WordMarkup, kind: (inout WordMarkup) -> Void
  ) {
    markup.element("w:p") {
      style(.room, in: &$0)
      $0.element("w:sdt") {
        $0.element("w:sdtPr") {
          $0.value("w:alias", name)
          $0.element("w:showingPlcHdr")
          kind(&$0)
        }
        $0.element("w:sdtContent") { $0.run(prompt) }
      }
    }
  }
}

extension WordMarkup {
  /// Writes an element with one attribute.
  mutating func value(_ name: String, _ value: String, attribute: String) { element(name, [(attribute, value)]) }
}
