internal import PejlText

/// Puts lines together to paragraphs by geometry.
struct PDFParagraphs {
  private let measure: PDFMeasure
  private var done: [PDFParagraph] = []
  private var open: PDFParagraph?
  /// Footnotes that wait until the paragraph above them has ended, perhaps on the next page.
  private var footnotes: [PDFParagraph] = []

  private init(_ measure: PDFMeasure) { self.measure = measure }

  /// The paragraphs of lines in reading order, without furniture.
  static func of(_ lines: [PDFLine], _ measure: PDFMeasure, pageHeight: Double) -> [PDFParagraph] {
    var builder = PDFParagraphs(measure)
    for line in lines { builder.add(line, pageHeight: pageHeight) }
    builder.close()
    return builder.done
  }

  private mutating func add(_ line: PDFLine, pageHeight: Double) {
    if isFootnote(line, pageHeight: pageHeight) {
      footnotes.append(PDFParagraph(line, gapAbove: measure.pitch))
      footnotes[footnotes.count - 1].kind = .footnote
      return
    }
    if let note = footnotes.last?.last, note.page == line.page, line.top > note.top, isSmall(line) {
      footnotes[footnotes.count - 1].lines.append((line, .flow))
      return
    }
    guard let paragraph = open else {
      open = PDFParagraph(line, gapAbove: .infinity)
      return
    }
    switch seam(paragraph, line) {
    case let seam?: open?.lines.append((line, seam))
    case nil:
      let above = paragraph.last
      close()
      let isBelow = above.page == line.page && line.top > above.top
      open = PDFParagraph(line, gapAbove: isBelow ? line.top - above.bottom : .infinity)
    }
  }

  private mutating func close() {
    if let open { done.append(open) }
    done += footnotes
    footnotes = []
    open = nil
  }

  private func isSmall(_ line: PDFLine) -> Bool { line.height < measure.bodyHeight * 0.88 }

  private func isFootnote(_ line: PDFLine, pageHeight: Double) -> Bool {
    guard isSmall(line), line.top > pageHeight * 0.5, let first = line.words.first?.text else { return false }
    return first.first?.isNumber == true && line.words.count > 2 && open?.last.page == line.page
      && !(open.map { isSmall($0.last) } ?? false)
  }

  /// How `line` follows on `paragraph`, or nil when it begins another.
  private func seam(_ paragraph: PDFParagraph, _ line: PDFLine) -> PDFParagraph.Seam? {
    let last = paragraph.last
    if line.isItem { return nil }
    let height = max(last.height, 1)
    if abs(line.height - last.height) > height * 0.12 { return nil }
    let isBelow = line.page == last.page && line.top > last.top + height * 0.3
    guard isBelow, overlaps(last, line) else { return goesOn(paragraph, line) ? .flow : nil }

    let distance = line.top - last.top
    let pitch = max(measure.pitch * height / measure.bodyHeight, height * 0.9)
    if distance > pitch * 1.35 {
      return distance < pitch * 2.2 && goesOn(paragraph, line) && !last.isBroken(before: line) ? .flow : nil
    }
    if isIndented(paragraph, line, height) { return nil }
    if last.isBroken(before: line), !last.endsWithHyphen {
      if line.beginsLower, !last.endsSentence { return .flow }
      if last.endsSentence || last.text.hasSuffix(",") { return nil }
      // An address or a signature: short line upon short line.
      return paragraph.kind == .paragraph && line.room > (line.columnRight - line.left) * 0.3 ? .lineBreak : nil
    }
    if last.block != line.block, distance > pitch * 1.15, !goesOn(paragraph, line) { return nil }
    return .flow
  }

  private func overlaps(_ one: PDFLine, _ other: PDFLine) -> Bool { one.left < other.right && other.left < one.right }

  /// Whether a sentence goes on in `line`, which stands elsewhere: no end mark, and a small letter.
  private func goesOn(_ paragraph: PDFParagraph, _ line: PDFLine) -> Bool {
    guard !paragraph.last.endsSentence else { return false }
    return line.beginsLower
  }

  /// Whether the line's place to the left or right of the one before begins a paragraph.
  private func isIndented(_ paragraph: PDFParagraph, _ line: PDFLine, _ height: Double) -> Bool {
    let shift = line.left - paragraph.last.left
    if paragraph.kind == .listItem {
      // The second line of an item hangs under its text; a line back at the margin leaves the list.
      if paragraph.lines.count == 1, paragraph.first.bullet == nil { return shift < -height * 0.6 }
      return shift < -height * 0.6 && !line.beginsLower
    }
    return shift > height * 0.6 && shift < height * 6
  }
}
