public import PejlText

/// What a person decided on where a passage ends.
public enum PassageChange: Sendable, Hashable {
  /// It is several, which begin at these bytes of the text, rising; the first is where it begins itself and is not named.
  case split([Int])
  /// It and the one behind it are one.
  case mergeNext
}

extension Segmenter {
  /// The passages after a person's changes: they still tile the text, and those that did not change keep their identifiers.
  ///
  /// - Parameters:
  ///   - passages: the passages of `document`.
  ///   - document: the document.
  ///   - response: the identifier of the response.
  ///   - changes: by place in `passages`.
  /// - Returns: passages with new numbers.
  public func reshape(
    _ passages: [Passage], of document: Document, response: String, changes: [Int: PassageChange]
  ) -> [Passage] {
    var pieces: [(first: Passage, core: TextSpan)] = []
    var joins = false
    for (place, passage) in passages.enumerated() {
      if joins, let last = pieces.last {
        pieces[pieces.count - 1].core = TextSpan(last.core.start, passage.core.end)
      } else if case .split(let starts) = changes[place] {
        let inside = starts.filter { $0 > passage.core.start && $0 < passage.core.end }
        let bounds = [passage.core.start] + inside + [passage.core.end]
        pieces += zip(bounds, bounds.dropFirst()).map { (passage, document.text.trimmed(TextSpan($0, $1))) }
      } else {
        pieces.append((passage, passage.core))
      }
      joins = changes[place] == .mergeNext
    }
    var identifiers = PassageIdentifiers(response: response)
    return pieces.indices.map { index in
      let (first, core) = pieces[index]
      let start = index == 0 ? 0 : core.start
      let end = index + 1 < pieces.count ? pieces[index + 1].core.start : document.text.count
      return Passage(
        id: identifiers.next(for: document.text, core), number: index + 1, span: TextSpan(start, end), core: core,
        kind: first.kind, level: first.level, page: first.page)
    }
  }
}
