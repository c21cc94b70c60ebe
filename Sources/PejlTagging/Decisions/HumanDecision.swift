/// What a person decided on a passage, beside what rules had found.
public struct HumanDecision: Sendable, Hashable {
  /// Who decided.
  public let author: String?
  /// When, as `YYYY-MM-DD`.
  public let date: String?
  /// What is to be said about it.
  public let note: String?
  /// How alike the passage is to the one that was decided on, from 0 to 1; 1 when it says the same.
  public let likeness: Double
  /// The tags that rules gave, before the person's word.
  public let machineTags: [Tag]
  /// What became of the passage by the rules alone.
  public let machineDisposition: TaggedPassage.Disposition

  /// The decision as it may be published: without who made it, and without the note, which may name persons.
  public var published: HumanDecision { with(author: nil, note: nil) }

  /// The decision with what persons wrote changed by `change`.
  public func rewritten(_ change: (String) -> String) -> HumanDecision {
    with(author: author.map(change), note: note.map(change))
  }

  private func with(author: String?, note: String?) -> HumanDecision {
    HumanDecision(
      author: author, date: date, note: note, likeness: likeness, machineTags: machineTags,
      machineDisposition: machineDisposition)
  }

  /// What a person decided.
  public init(
    author: String?, date: String?, note: String?, likeness: Double, machineTags: [Tag],
    machineDisposition: TaggedPassage.Disposition
  ) {
    self.author = author
    self.date = date
    self.note = note
    self.likeness = likeness
    self.machineTags = machineTags
    self.machineDisposition = machineDisposition
  }
}
