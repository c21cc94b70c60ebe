internal import PejlText

/// A stretch of a document as pages show it: verbatim, with the evidence marked.
///
/// Two things are folded and nothing else: white space becomes a single blank, and a word that is broken over a line end
/// (`rets-` `sikkerhed`) is joined. The text itself is never changed, so spans stay true.
struct Excerpt {
  /// A piece of the stretch in which the same marks hold.
  struct Piece: Equatable {
    let text: String
    /// The kinds of mark on it, the most important first; empty for unmarked text.
    let marks: [Kind]
  }

  /// What a mark stands for.
  struct Kind: Equatable {
    let label: String
    let style: String
  }

  /// Evidence to mark.
  struct Mark {
    let span: TextSpan
    let kind: Kind

    init(span: TextSpan, label: String, style: String) {
      self.span = span
      kind = Kind(label: label, style: style)
    }
  }

  let pieces: [Piece]

  /// An excerpt.
  ///
  /// - Parameters:
  ///   - text: the text of the document.
  ///   - span: the stretch to show.
  ///   - marks: the evidence, the most important first; what lies outside of the stretch is cut off.
  ///   - joiners: words that show that a hyphen at a line end belongs to the word (`Beboer-` / `og pårørenderåd`).
  init(_ text: UTF8Text, _ span: TextSpan, marks: [Mark] = [], joiners: Set<String> = []) {
    let inside = marks.filter { $0.span.overlaps(span) }
    let starts = inside.indices.sorted { (inside[$0].span.start, $0) < (inside[$1].span.start, $1) }
    var waiting = starts[...]
    var open: [Int] = []
    var cuts: Set<Int> = [span.start, span.end]
    for mark in inside { cuts.formUnion([max(mark.span.start, span.start), min(mark.span.end, span.end)]) }
    let edges = cuts.sorted()
    var pieces: [Piece] = []
    var folder = Folder(bytes: text.bytes, end: span.end, joiners: joiners)
    for (start, end) in zip(edges, edges.dropFirst()) {
      let stretch = TextSpan(start, end)
      open.removeAll { inside[$0].span.end <= start }
      while let next = waiting.first, inside[next].span.start <= start {
        if inside[next].span.end > start { open.append(next) }
        waiting.removeFirst()
      }
      let shown = folder.fold(stretch)
      guard !shown.isEmpty else { continue }
      var kinds: [Kind] = []
      for mark in open.sorted() where !kinds.contains(inside[mark].kind) { kinds.append(inside[mark].kind) }
      pieces.append(Piece(text: shown, marks: kinds))
    }
    self.pieces = pieces
  }

  /// The pieces for a template; a label that the mark before it of the same style bore is not said again.
  var fields: [Fields] {
    var said: [String: String] = [:]
    return pieces.map { piece in
      let news = piece.marks.filter { !$0.label.isEmpty && said[$0.style] != $0.label }
      for mark in piece.marks { said[mark.style] = mark.label }
      return [
        "text": piece.text, "isMark": !piece.marks.isEmpty, "markStyle": piece.marks.first?.style,
        "labels": news.isEmpty ? nil : news.map(\.label).joined(separator: " "),
      ]
    }
  }

  /// Folds white space and joins broken words, from one piece to the next.
  private struct Folder {
    let bytes: [UInt8]
    let end: Int
    let joiners: Set<String>
    private var skipUntil = 0
    private var afterBlank = false

    init(bytes: [UInt8], end: Int, joiners: Set<String>) {
      self.bytes = bytes
      self.end = end
      self.joiners = joiners
    }

    mutating func fold(_ span: TextSpan) -> String {
      var result: [UInt8] = []
      var position = max(span.start, skipUntil)
      while position < span.end {
        let byte = bytes[position]
        if byte == 0x2D, let next = continuation(after: position) {
          position = next
          skipUntil = next
          continue
        }
        if UTF8Text.isSpace(byte) {
          if !afterBlank { result.append(0x20) }
          afterBlank = true
        } else {
          result.append(byte)
          afterBlank = false
        }
        position += 1
      }
      return String(decoding: result, as: UTF8.self)
    }

    /// Where the word goes on whose hyphen stands at `hyphen`, if the hyphen breaks a word over a line end.
    private func continuation(after hyphen: Int) -> Int? {
      guard hyphen > 0, Self.isLetter(bytes[hyphen - 1]) else { return nil }
      var position = hyphen + 1
      var lineEnds = 0
      while position < end, UTF8Text.isSpace(bytes[position]) {
        if bytes[position] == 0x0A { lineEnds += 1 }
        position += 1
      }
      guard lineEnds == 1 else { return nil }
      var wordEnd = position
      while wordEnd < end, Self.isLetter(bytes[wordEnd]) { wordEnd += 1 }
      let word = String(decoding: bytes[position..<wordEnd], as: UTF8.self)
      guard let first = word.first, first.isLowercase, !joiners.contains(word) else { return nil }
      return position
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }
  }
}
