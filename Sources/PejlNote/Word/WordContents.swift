/// The list of contents: a line for each heading that leads to it, with a field that gives its page.
///
/// Each page number is a PAGEREF field. LibreOffice works them out whenever it opens or converts the document. Word asks on
/// opening whether to update fields (they are marked as not up to date) and then shows them; so does Ctrl+A, F9. There is
/// no TOC field around them: LibreOffice would then show what was written last, and only Word knows the pages.
struct WordContents {
  let styles: WordStyleNames
  /// The headings in the order of the document.
  let headings: [(level: Int, text: String, bookmark: Int)]
  /// The usable width of the page in twentieths of a point.
  let width: Int

  /// The lines.
  var markup: WordMarkup {
    var markup = WordMarkup()
    for heading in headings {
      let role: WordRole = heading.level == 1 ? .contents1 : heading.level == 2 ? .contents2 : .contents3
      let bookmark = WordBlocks.bookmark(heading.bookmark)
      markup.element("w:p") {
        $0.element("w:pPr") {
          if let id = styles[role] { $0.value("w:pStyle", id) }
          $0.element("w:tabs") {
            $0.element("w:tab", [("w:val", "right"), ("w:leader", "dot"), ("w:pos", String(width))])
          }
        }
        $0.element("w:hyperlink", [("w:anchor", bookmark), ("w:history", "1")]) {
          $0.run(heading.text)
          $0.element("w:r") { $0.element("w:tab") }
          $0.fieldMark("begin", isDirty: true)
          $0.fieldInstruction("PAGEREF \(bookmark) \\h")
          $0.fieldMark("separate")
          $0.run(" ")
          $0.fieldMark("end")
        }
      }
    }
    return markup
  }
}
