internal import PejlSegment
public import PejlText

/// The strategy that was sent in hearing, as a text: what answers repeat of it is no opinion of theirs.
public struct StrategyText: Sendable {
  let documents: [(text: UTF8Text, passages: [Passage])]

  /// The text of `documents`, in their order.
  public init(_ documents: [Document]) {
    self.documents = documents.map { ($0.text, Segmenter().segment($0, response: "strategy")) }
  }
}
