public import PejlStore
internal import PejlText

/// The part of a passage around what was found, on one line, as pieces that are marked or not.
public struct SearchSnippet: Sendable, Hashable {
  /// A piece of it.
  public struct Piece: Sendable, Hashable {
    /// The text.
    public let text: String
    /// Whether it is what was looked for.
    public let isMarked: Bool
  }

  /// The pieces in order.
  public let pieces: [Piece]

  /// So many characters are shown, and so many of them before the first mark.
  private static let (length, before) = (320, 120)

  /// The part of `hit` that is shown.
  public init(_ hit: SearchHits.Hit) {
    let text = hit.text.utf8
    let first = text.index(text.startIndex, offsetBy: hit.marks.first?.start ?? 0)
    let start = Self.wordStart(hit.text, hit.text.index(first, offsetBy: -Self.before, limitedBy: hit.text.startIndex))
    let end = Self.wordEnd(hit.text, hit.text.index(start, offsetBy: Self.length, limitedBy: hit.text.endIndex))
    var pieces: [Piece] = []
    var place = start
    func add(_ range: Range<String.Index>, _ isMarked: Bool) {
      let folded = Self.folded(hit.text[range])
      if !folded.isEmpty { pieces.append(Piece(text: folded, isMarked: isMarked)) }
    }
    for mark in hit.marks {
      let from = text.index(text.startIndex, offsetBy: mark.start)
      let to = text.index(text.startIndex, offsetBy: mark.end)
      guard from >= place, to <= end else { continue }
      add(place..<from, false)
      add(from..<to, true)
      place = to
    }
    add(place..<end, false)
    if start > hit.text.startIndex { pieces.insert(Piece(text: "…", isMarked: false), at: 0) }
    if end < hit.text.endIndex { pieces.append(Piece(text: "…", isMarked: false)) }
    self.pieces = pieces
  }

  /// The pieces as one text, marked ones between `open` and `close`.
  public func text(open: String, close: String) -> String {
    pieces.map { $0.isMarked ? open + $0.text + close : $0.text }.joined()
  }

  /// The start of the word that stands at `index`; the start of the text where there is no index.
  private static func wordStart(_ text: String, _ index: String.Index?) -> String.Index {
    guard let index else { return text.startIndex }
    let blank = text[..<index].lastIndex(where: \.isWhitespace)
    return blank.map { text.index(after: $0) } ?? text.startIndex
  }

  /// The end of the word that stands at `index`; the end of the text where there is no index.
  private static func wordEnd(_ text: String, _ index: String.Index?) -> String.Index {
    guard let index else { return text.endIndex }
    return text[index...].firstIndex(where: \.isWhitespace) ?? text.endIndex
  }

  /// `text` with one blank for each run of white space.
  private static func folded(_ text: Substring) -> String {
    var result = ""
    for character in text {
      if !character.isWhitespace { result.append(character) } else if result.last != " " { result.append(" ") }
    }
    return result
  }
}
