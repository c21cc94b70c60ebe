internal import PejlSegment
internal import PejlTagging
internal import PejlText

extension Analysis {
  /// Whether every character of every response lies in exactly one passage.
  public var isComplete: Bool {
    responses.allSatisfy { response in
      var position = 0
      for passage in response.passages {
        guard passage.passage.span.start == position else { return false }
        position = passage.passage.span.end
      }
      return position == response.document.text.count
    }
  }
}
