internal import PejlText

extension PlainText {
  private static let pageWords = Set(PhraseList(PackageResources.hyphen_words_txt)["page-words"])

  /// Marks the numbers of pages that stand between paragraphs as furniture, and joins the paragraph that they part.
  ///
  /// A line is such a number when it has nothing but numbers and words like "side", and another of the same shape counts
  /// on from it: a lone number may be anything.
  func partFeet(_ pieces: inout [Piece]) {
    var numbers: [Int: (shape: String, number: Int)] = [:]
    for (index, piece) in pieces.enumerated() where piece.lines.count == 1 {
      if let first = piece.lines.first { numbers[index] = Self.pageNumber(string(first)) }
    }
    guard numbers.count >= 2 else { return }
    let all = Set(numbers.values.map { "\($0.shape) \($0.number)" })
    let feet = numbers.filter { _, foot in
      all.contains("\(foot.shape) \(foot.number + 1)") || all.contains("\(foot.shape) \(foot.number - 1)")
    }
    var result: [Piece] = []
    var waiting: [Piece] = []
    for (index, piece) in pieces.enumerated() {
      if feet[index] != nil {
        var foot = piece
        foot.kind = .furniture
        foot.level = 0
        waiting.append(foot)
        continue
      }
      // A line without a full stop before the foot of a page looks like a heading, until the next goes on with it.
      if !waiting.isEmpty, let last = result.last, piece.kind == .paragraph, goesOn(last, piece),
        last.kind == .paragraph || last.kind == .heading && LineShape.hashes(string(last.lines.lowerBound)) == 0
      {
        result[result.count - 1].kind = .paragraph
        result[result.count - 1].level = 0
        result[result.count - 1].more.append(piece.lines)
        continue
      }
      result += waiting
      waiting = []
      result.append(piece)
    }
    pieces = result + waiting
  }

  private func goesOn(_ last: Piece, _ next: Piece) -> Bool {
    guard let end = (last.more.last ?? last.lines).last, let start = next.lines.first,
      let first = string(start).first(where: { !$0.isWhitespace })
    else { return false }
    return first.isLowercase && !LineShape.endsSentence(string(end))
  }

  /// The number of a page and what stands around it, if the line is one.
  private static func pageNumber(_ line: String) -> (shape: String, number: Int)? {
    guard line.utf8.count <= 40 else { return nil }
    let words = line.split { !$0.isLetter && !$0.isNumber }
    let numbers = words.compactMap { Int($0) }
    let others = words.filter { Int($0) == nil }.map { $0.lowercased() }
    guard let number = numbers.first, number <= 999, numbers.count <= 2, others.allSatisfy(pageWords.contains),
      line.allSatisfy({ $0.isLetter || $0.isNumber || $0.isWhitespace || "-–—./|".contains($0) }),
      !others.isEmpty || numbers.count == 1
    else { return nil }
    // A number with a full stop begins a list.
    if others.isEmpty, line.contains(".") { return nil }
    return (others.joined(separator: " "), number)
  }

  /// The number of lines that look torn out of columns: parted within by three blanks or more, several below one another.
  func columnLines() -> Int {
    var total = 0
    var run = 0
    for line in lines {
      if !line.isBlank, hasGap(line) {
        run += 1
      } else if !line.isBlank {
        total += run >= 4 ? run : 0
        run = 0
      }
    }
    return total + (run >= 4 ? run : 0)
  }

  /// Whether three blanks stand between words of the line.
  private func hasGap(_ line: Line) -> Bool {
    var blanks = 0
    var hasText = false
    for byte in bytes[line.range] {
      if byte == 0x20 {
        blanks += 1
      } else if byte == 0x09 {
        blanks += 3
      } else {
        if hasText, blanks >= 3 { return true }
        hasText = true
        blanks = 0
      }
    }
    return false
  }
}
