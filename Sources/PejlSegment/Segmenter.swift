public import PejlText

/// Splits a document into passages that hold every character of its text exactly once.
public struct Segmenter: Sendable {
  /// A segmenter.
  public init() {}

  /// The passages of `document`, in order.
  ///
  /// - Parameters:
  ///   - document: what a reader gave.
  ///   - response: the identifier of the response; each passage's identifier begins with it.
  /// - Returns: passages that tile the text.
  public func segment(_ document: Document, response: String) -> [Passage] {
    let pieces = document.blocks.flatMap { split($0, of: document.text) }
    var identifiers = PassageIdentifiers(response: response)
    return pieces.indices.map { index in
      let piece = pieces[index]
      let start = index == 0 ? 0 : piece.core.start
      let end = index + 1 < pieces.count ? pieces[index + 1].core.start : document.text.count
      return Passage(
        id: identifiers.next(for: document.text, piece.core), number: index + 1, span: TextSpan(start, end),
        core: piece.core, kind: piece.kind, level: piece.level, page: piece.page)
    }
  }

  private struct Piece {
    var core: TextSpan
    var kind: Passage.Kind
    var level: Int
    var page: Int?
  }

  private func split(_ block: Block, of text: UTF8Text) -> [Piece] {
    let kind: Passage.Kind =
      switch block.kind {
      case .paragraph: .paragraph
      case .heading: .heading
      case .listItem: .listItem
      case .tableCell: .tableCell
      case .footnote: .footnote
      case .furniture: .furniture
      case .quotedMail: .quotedMail
      case .signature: .signature
      }
    var pieces = [Piece(core: block.span, kind: kind, level: block.level, page: block.page)]
    guard kind == .paragraph else { return pieces }
    pieces = pieces.flatMap { piece in
      SingleLine.parts(of: text, piece.core).map {
        Piece(core: $0.span, kind: $0.isHeading ? .heading : kind, level: $0.isHeading ? 1 : 0, page: piece.page)
      }
    }
    return pieces.flatMap { piece -> [Piece] in
      guard piece.kind == .paragraph else { return [piece] }
      let starts = NumberedRemarks.starts(in: text, piece.core)
      guard !starts.isEmpty else { return [piece] }
      let bounds = [piece.core.start] + starts + [piece.core.end]
      return zip(bounds, bounds.dropFirst()).compactMap { start, end in
        let core = text.trimmed(TextSpan(start, end))
        guard !core.isEmpty else { return nil }
        return Piece(
          core: core, kind: starts.contains(start) ? .remark : piece.kind, level: piece.level, page: piece.page)
      }
    }
  }
}
