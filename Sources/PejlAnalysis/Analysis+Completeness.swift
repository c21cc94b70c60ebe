internal import PejlSegment
public import PejlTagging
internal import PejlText

extension Analysis {
  /// Whether every character of every response lies in exactly one passage.
  public var isComplete: Bool { digests.allSatisfy(\.isComplete) }
}

extension TaggedResponse {
  /// Whether every character lies in exactly one passage.
  public var isComplete: Bool {
    var position = 0
    for passage in passages {
      guard passage.passage.span.start == position else { return false }
      position = passage.passage.span.end
    }
    return position == document.text.count
  }
}
