internal import PejlText

/// Finds the headings among paragraphs, by size and by shape.
enum PDFHeadings {
  /// Marks headings and the depths of list items in `paragraphs`.
  static func mark(_ paragraphs: inout [PDFParagraph], _ measure: PDFMeasure) {
    let large = paragraphs.map { isLarge($0, measure) }
    // Each size above that of running text is a level of its own.
    let sizes = Set(zip(paragraphs, large).filter(\.1).map { size($0.0) }).sorted(by: >)
    var headsSomething = false
    for index in paragraphs.indices.reversed() {
      let paragraph = paragraphs[index]
      if large[index] {
        paragraphs[index].kind = .heading
        paragraphs[index].level = (sizes.firstIndex(of: size(paragraph)) ?? 0) + 1
      } else if headsSomething, paragraph.kind == .paragraph,
        hasShape(paragraph, before: paragraphs[index + 1], measure)
      {
        paragraphs[index].kind = .heading
        paragraphs[index].level = sizes.count + 1
      } else if headsSomething, index == 0 || paragraphs[index - 1].kind != .listItem,
        isNumbered(paragraph), hasShape(paragraph, before: paragraphs[index + 1], measure),
        paragraphs[index + 1].kind == .paragraph
      {
        paragraphs[index].kind = .heading
        paragraphs[index].level = sizes.count + 1
      }
      if paragraph.kind == .listItem || !LineShape.isShort(paragraph.text) { headsSomething = true }
    }
    markDepths(&paragraphs)
  }

  /// Whether it is an item by a number within its line, which may as well number a chapter.
  private static func isNumbered(_ paragraph: PDFParagraph) -> Bool {
    paragraph.kind == .listItem && paragraph.first.bullet == nil && ListMarker(paragraph.text)?.style == .number
  }

  private static func size(_ paragraph: PDFParagraph) -> Int { Int(paragraph.height.rounded()) }

  private static func isLarge(_ paragraph: PDFParagraph, _ measure: PDFMeasure) -> Bool {
    let text = paragraph.text
    return (paragraph.kind == .paragraph || isNumbered(paragraph)) && paragraph.height > measure.bodyHeight * 1.12
      && paragraph.lines.count <= 4
      && text.count <= 200 && !text.hasSuffix(".") && text.count(where: \.isLetter) >= 3
  }

  /// Whether a paragraph of the size of running text is short, stands apart, and has text under it.
  private static func hasShape(
    _ paragraph: PDFParagraph, before next: PDFParagraph, _ measure: PDFMeasure
  ) -> Bool {
    let text = paragraph.text
    guard paragraph.lines.count == 1, LineShape.isShort(text),
      text.first(where: \.isLetter)?.isUppercase == true,
      abs(paragraph.first.left - next.first.left) < paragraph.height * 3 || paragraph.first.left < next.first.left,
      paragraph.first.page == next.first.page ? paragraph.first.top < next.first.top : true
    else { return false }
    let differs = abs(paragraph.height - measure.bodyHeight) > measure.bodyHeight * 0.02
    let isApart = paragraph.gapAbove > (measure.pitch - measure.bodyHeight) + measure.pitch * 0.3
    return differs || isApart || LineShape.isCapitals(text)
  }

  private static func markDepths(_ paragraphs: inout [PDFParagraph]) {
    var indents: [Double] = []
    for index in paragraphs.indices {
      guard paragraphs[index].kind == .listItem else {
        if paragraphs[index].kind != .footnote { indents = [] }
        continue
      }
      let indent = paragraphs[index].first.bullet ?? paragraphs[index].first.left
      while let last = indents.last, last > indent + 4 { indents.removeLast() }
      if indents.last.map({ indent > $0 + 4 }) ?? true { indents.append(indent) }
      paragraphs[index].level = indents.count
    }
  }
}
