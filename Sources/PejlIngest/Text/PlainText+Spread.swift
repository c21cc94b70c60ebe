internal import PejlText

extension PlainText {
  /// Joins paragraphs that only a blank line after every line parts, as in text copied out of a PDF.
  func joinSpread(_ pieces: inout [Piece]) {
    let lengths = pieces.flatMap { $0.lines.filter { !lines[$0].isBlank } }.map { length($0) }.sorted()
    guard lengths.count >= 4 else { return }
    let width = lengths[lengths.count * 9 / 10]
    guard width >= 60 else { return }
    let single = pieces.count { $0.lines.count == 1 }
    let isSpread = pieces.count >= 5 && single * 10 >= pieces.count * 7
    var result: [Piece] = []
    for piece in pieces {
      if let last = result.last, piece.isApart, piece.kind == .paragraph,
        last.lines.upperBound < piece.lines.lowerBound,
        goesOn(from: last, to: piece, width: width, isSpread: isSpread)
      {
        result[result.count - 1].lines = last.lines.lowerBound..<piece.lines.upperBound
      } else {
        result.append(piece)
      }
    }
    pieces = result
  }

  /// The number of bytes of a line: near enough to what it takes on paper.
  private func length(_ index: Int) -> Int { lines[index].end - lines[index].start }

  private func goesOn(from last: Piece, to next: Piece, width: Int, isSpread: Bool) -> Bool {
    guard let end = last.lines.last, let start = next.lines.first, lines[end].page == lines[start].page,
      length(end) * 10 >= width * 7
    else { return false }
    let (above, below) = (string(end), string(start))
    guard let first = below.first(where: { !$0.isWhitespace }), first.isLetter || first.isNumber else { return false }
    if first.isLowercase { return true }
    // A full line without end mark goes on even in a capital letter, when every line stands apart.
    guard isSpread else { return false }
    let word = below.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }.utf8.count
    return !LineShape.endsSentence(above) && length(end) + 1 + word > width && !LineShape.isCapitals(above)
  }
}
