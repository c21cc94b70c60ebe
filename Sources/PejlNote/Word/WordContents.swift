/// The table of contents: a field that Word brings up to date, with its entries already in it for programs that do not.
struct WordContents {
  let styles: WordStyleNames
  /// The headings in the order of the document.
  let headings: [(level: Int, text: String, bookmark: Int)]

  /// The field.
  var markup: WordMarkup {
    var markup = WordMarkup()
    for (index, heading) in headings.enumerated() {
      let role: WordRole = heading.level == 1 ? .contents1 : heading.level == 2 ? .contents2 : .contents3
      let bookmark = WordBlocks.bookmark(heading.bookmark)
      markup.element("w:p") {
        if let id = styles[role] { $0.element("w:pPr") { $0.value("w:pStyle", id) } }
        if index == 0 {
          // Word knows the pages and puts them in when it opens the document.
          $0.fieldMark("begin", isDirty: true)
          $0.fieldInstruction("TOC \\o \"1-3\" \\h \\z \\u")
          $0.fieldMark("separate")
        }
        $0.element("w:hyperlink", [("w:anchor", bookmark), ("w:history", "1")]) {
          $0.run(heading.text)
        }
        if index == headings.count - 1 { $0.fieldMark("end") }
      }
    }
    return markup
  }
}
