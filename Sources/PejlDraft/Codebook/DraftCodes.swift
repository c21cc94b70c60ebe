internal import PejlText

/// The codes of a draft: what the parts of a strategy are called in results.
struct DraftCodes {
  /// A guidepost with its objectives.
  struct Guidepost {
    let id: String
    let part: StrategyOutline.Guidepost
    var objectives: [Objective]
  }

  /// An objective.
  struct Objective {
    let id: String
    /// A short name: what stands before a colon, else the first words.
    let name: String
    let part: StrategyOutline.Objective
  }

  private(set) var guideposts: [Guidepost] = []

  init(_ outline: StrategyOutline) {
    var names = UniqueNames()
    for (index, part) in outline.guideposts.enumerated() {
      let number = part.number ?? "\(index + 1)"
      let id = names.next(number.allSatisfy(\.isNumber) ? "P\(number)" : number)
      let objectives = part.objectives.enumerated().map { place, objective -> Objective in
        let printed = objective.number.flatMap { OutlineMarks.group($0) == nil ? nil : $0 }
        return Objective(
          id: names.next(printed ?? "\(number).\(place + 1)"), name: Self.name(objective.wording), part: objective)
      }
      guideposts.append(Guidepost(id: id, part: part, objectives: objectives))
    }
  }

  /// At most so many characters stand in a short name.
  private static let longestName = 48

  /// A short name for a wording.
  static func name(_ wording: String) -> String {
    if let colon = wording.firstIndex(of: ":"), wording[..<colon].count <= longestName {
      return wording[..<colon].trimmed
    }
    guard wording.count > longestName else { return wording.trimmed(of: ".") }
    var name = ""
    for word in wording.split(separator: " ") {
      guard name.count + word.count < longestName else { break }
      name += (name.isEmpty ? "" : " ") + word
    }
    return (name.isEmpty ? String(wording.prefix(longestName)) : name).trimmed(of: ",;:–-") + "…"
  }
}
