extension Document {
  /// A stretch of the text and what the reading has in its place.
  public struct Edit: Hashable, Sendable {
    /// The stretch, in bytes of the text; it lies within one block.
    public let span: TextSpan
    /// What stands there instead; empty takes the stretch away.
    public let replacement: String

    /// An edit.
    public init(_ span: TextSpan, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// The document with `edits` made in its text, and the map to the source kept: what was put in stands for the stretch that
  /// it replaces.
  ///
  /// - Parameters:
  ///   - edits: in rising order, without overlap.
  ///   - note: what the user should know of them.
  /// - Returns: the document as it reads with them.
  public func applying(_ edits: [Edit], note: Diagnostic) -> Document {
    guard !edits.isEmpty else { return self }
    var bytes: [UInt8] = []
    var kept: [(old: TextSpan, new: Int)] = []
    var changed: [(old: TextSpan, new: TextSpan)] = []
    var position = 0
    for edit in edits {
      kept.append((TextSpan(position, edit.span.start), bytes.count))
      bytes += text.bytes[position..<edit.span.start]
      let start = bytes.count
      bytes += Array(edit.replacement.utf8)
      changed.append((edit.span, TextSpan(start, bytes.count)))
      position = edit.span.end
    }
    kept.append((TextSpan(position, text.count), bytes.count))
    bytes += text.bytes[position...]
    let move = Move(kept: kept)
    return Document(
      format: format, text: UTF8Text(trusted: bytes),
      blocks: blocks.map {
        Block(
          span: TextSpan(move.start(of: $0.span.start), move.end(of: $0.span.end)), kind: $0.kind, level: $0.level,
          page: $0.page)
      },
      metadata: metadata, sourceMap: SourceMap(parts: sourceMap.parts, runs: runs(kept, changed)),
      notes: notes + [note], recognition: recognition)
  }

  /// Where offsets of the old text lie in the new.
  private struct Move {
    let kept: [(old: TextSpan, new: Int)]

    /// The new place of a stretch's first byte; that of the replacement where it was replaced.
    func start(of offset: Int) -> Int {
      guard let piece = kept.last(where: { $0.old.start <= offset }) else {
        return offset
      }
      return piece.new + min(offset - piece.old.start, piece.old.length)
    }

    /// The new place of the byte behind a stretch.
    func end(of offset: Int) -> Int { start(of: offset) }
  }

  /// The runs of the source map, cut where the text was changed.
  private func runs(_ kept: [(old: TextSpan, new: Int)], _ changed: [(old: TextSpan, new: TextSpan)]) -> [SourceMap.Run]
  {
    var result: [SourceMap.Run] = []
    var first = 0
    for piece in kept {
      while first < sourceMap.runs.count, sourceMap.runs[first].text.end <= piece.old.start { first += 1 }
      for run in sourceMap.runs[first...] {
        guard run.text.start < piece.old.end else { break }
        let cut = TextSpan(max(run.text.start, piece.old.start), min(run.text.end, piece.old.end))
        let isPlain = run.text.length == run.source.length
        let source =
          isPlain
          ? TextSpan(run.source.start + cut.start - run.text.start, run.source.start + cut.end - run.text.start)
          : run.source
        result.append(
          .init(
            text: cut.shifted(by: piece.new - piece.old.start), part: run.part, source: source))
      }
    }
    for change in changed where !change.new.isEmpty {
      guard let from = sourceMap.place(of: change.old.start),
        let part = sourceMap.parts.firstIndex(of: from.part)
      else { continue }
      let end = max(change.old.end - 1, change.old.start)
      let to = sourceMap.place(of: end).map { $0.offset + 1 } ?? from.offset
      result.append(.init(text: change.new, part: part, source: TextSpan(from.offset, max(to, from.offset))))
    }
    return result.sorted { $0.text < $1.text }
  }
}
