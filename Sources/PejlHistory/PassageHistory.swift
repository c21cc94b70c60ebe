/// One passage through several runs.
public struct PassageHistory: Sendable {
  /// The passage in one run.
  public struct Step: Sendable {
    /// The place of the run among those that were given.
    public let run: Int
    /// The passage; nil where the run has none like it.
    public let passage: RunSnapshot.Passage?
    /// Whether the text is another than in the run before.
    public let isEdited: Bool
    /// Codes that came, as "facet code".
    public let added: [String]
    /// Codes that went.
    public let removed: [String]
  }

  /// One step a run, in the order of the runs.
  public let steps: [Step]

  /// The passage `id` through `runs`, the earliest first; found in the last run that has it, and followed back and forth by
  /// its words. Nil when no run has it.
  public init?(_ id: String, in runs: [RunSnapshot]) {
    guard let start = runs.indices.last(where: { Self.find(id, in: runs[$0]) != nil }),
      let found = Self.find(id, in: runs[start])
    else { return nil }
    var places: [Int: (response: Int, passage: Int)] = [start: found]
    for run in stride(from: start - 1, through: 0, by: -1) {
      places[run] = places[run + 1].flatMap { Self.follow($0, from: runs[run + 1], to: runs[run]) }
    }
    for run in runs.indices.dropFirst(start + 1) {
      places[run] = places[run - 1].flatMap { Self.follow($0, from: runs[run - 1], to: runs[run]) }
    }
    var before: RunSnapshot.Passage?
    steps = runs.indices.map { run in
      let passage = places[run].map { runs[run].responses[$0.response].passages[$0.passage] }
      let old = Set((before?.tags ?? []).map { "\($0.facet) \($0.code)" })
      let new = (passage?.tags ?? []).map { "\($0.facet) \($0.code)" }
      let isEdited = before.map { one in passage.map { one.text != $0.text } ?? false } ?? false
      let step = Step(
        run: run, passage: passage, isEdited: isEdited, added: new.filter { !old.contains($0) },
        removed: passage == nil ? [] : old.subtracting(new).sorted())
      before = passage ?? before
      return step
    }
  }

  private static func find(_ id: String, in run: RunSnapshot) -> (response: Int, passage: Int)? {
    for (response, answer) in run.responses.enumerated() {
      if let passage = answer.passages.firstIndex(where: { $0.id == id }) { return (response, passage) }
    }
    return nil
  }

  /// Where a passage of one run stands in another.
  private static func follow(
    _ place: (response: Int, passage: Int), from run: RunSnapshot, to other: RunSnapshot
  ) -> (response: Int, passage: Int)? {
    let response = run.responses[place.response]
    let same =
      other.responses.firstIndex { $0.id == response.id }
      ?? other.responses.firstIndex { $0.sha256 == response.sha256 }
    guard let same else { return nil }
    let pair = PassageMatching(response, other.responses[same]).pairs.first { $0.then == place.passage }
    return pair.map { (same, $0.now) }
  }
}
