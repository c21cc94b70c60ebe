internal import PejlHearing

/// Tells by its name what sort of body a party is.
struct PartyKind {
  let labels: LabelList

  /// The kind of the first word that tells one; a committee of employees before a council before an organisation.
  func kind(_ name: String) -> Respondent.Kind {
    let words = name.split(separator: " ").map { $0.trimmed(of: ".,;:()-") }
    let kinds: [(String, Respondent.Kind)] = [
      ("med-committee", .medCommittee), ("council", .council), ("organisation", .organisation),
      ("citizen", .citizen),
    ]
    for (section, kind) in kinds where words.contains(where: { labels.holds($0, section) }) { return kind }
    return .other
  }
}
