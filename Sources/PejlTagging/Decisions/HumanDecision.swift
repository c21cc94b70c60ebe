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

  /// The decision as it may be published: without the note, which may name persons.
  public var published: HumanDecision {
    HumanDecision(
      author: author, date: date, note: nil, likeness: likeness, machineTags: machineTags,
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
