internal import PejlDuplicates

/// What changed from one run to another, and why.
public struct RunChanges: Sendable {
  /// What became of an answer.
  public enum AnswerState: String, Sendable, CaseIterable {
    /// It was not there.
    case new
    /// It is no longer there.
    case withdrawn
    /// Its text changed.
    case changed
    /// It has another name and the same content.
    case renamed
    /// It is as it was.
    case unchanged
  }

  /// An answer in both runs or in one.
  public struct Answer: Sendable {
    /// What became of it.
    public let state: AnswerState
    /// Its identifier, now or when it was there.
    public let id: String
    /// The identifier of the party that it is from.
    public let party: String
    /// The party's name; nil for a sender of whom nothing is known.
    public let name: String?
    /// Answers of the new run with the same words, by identifier.
    public let equal: [String]
  }

  /// Why a tag came or went.
  public enum Cause: String, Sendable, CaseIterable {
    /// The text changed, here or around the passage.
    case text
    /// The text is the same and the codebook another.
    case rule
    /// A person decided it, or took a decision back.
    case human
    /// Text, codebook and decisions are the same: the program itself changed.
    case program
  }

  /// A tag that came or went.
  public struct TagChange: Sendable, Hashable {
    /// The response, as the new run names it where it has it.
    public let response: String
    /// The passage, now or when it was there.
    public let passage: String
    /// Its text, now or when it was there.
    public let text: String
    /// The code.
    public let code: String
    /// Its facet.
    public let facet: String
    /// Whether it came.
    public let isAdded: Bool
    /// Why.
    public let cause: Cause
    /// The rule that gives or gave it.
    public let rule: String
  }

  /// One code's coverage then and now.
  public struct CodeChange: Sendable {
    /// The code.
    public let code: RunSnapshot.Code
    /// The passages then and now.
    public let passages: (then: Int, now: Int)
    /// The parties then and now.
    public let parties: (then: Int, now: Int)

    /// Whether nobody spoke of it and now somebody does.
    public var isNowTouched: Bool { parties.then == 0 && parties.now > 0 }
    /// Whether somebody spoke of it and now nobody does.
    public var isNoLongerTouched: Bool { parties.then > 0 && parties.now == 0 }
  }

  /// The answers: those of the new run in order, then the withdrawn ones.
  public let answers: [Answer]
  /// The tags that came or went, in the order of the passages.
  public let tags: [TagChange]
  /// The strategy's codes, in the order of the new codebook.
  public let codes: [CodeChange]
  /// Whether the codebook is another.
  public let isOtherCodebook: Bool

  /// Compares two runs of the same hearing.
  public init(_ then: RunSnapshot, _ now: RunSnapshot) {
    isOtherCodebook = then.codebook != now.codebook || then.codebookVersion != now.codebookVersion
    let pairs = Self.pairs(then, now)
    let equal = Self.equal(now)
    let matched = Set(pairs.values)
    let present = now.responses.indices.map { place -> Answer in
      let response = now.responses[place]
      let state = pairs[place].map { Self.state(then.responses[$0], response) } ?? .new
      return Answer(
        state: state, id: response.id, party: response.party, name: now.name(ofParty: response.party),
        equal: equal[place])
    }
    let withdrawn = then.responses.indices.filter { !matched.contains($0) }.map { place -> Answer in
      let response = then.responses[place]
      return Answer(
        state: .withdrawn, id: response.id, party: response.party, name: then.name(ofParty: response.party), equal: [])
    }
    answers = present + withdrawn
    var tags: [TagChange] = []
    for (place, response) in now.responses.enumerated() {
      if let old = pairs[place] {
        tags += TagChanges(then.responses[old], response, isOtherCodebook: isOtherCodebook).all
      } else {
        tags += response.passages.flatMap { TagChanges.all(of: $0, in: response.id, isAdded: true) }
      }
    }
    for place in then.responses.indices where !matched.contains(place) {
      let response = then.responses[place]
      tags += response.passages.flatMap { TagChanges.all(of: $0, in: response.id, isAdded: false) }
    }
    self.tags = tags
    let (before, after) = (then.touched, now.touched)
    let known = Set(now.codes.map(\.id))
    codes = (now.codes + then.codes.filter { !known.contains($0.id) }).map { code in
      let (one, other) = (before[code.id], after[code.id])
      return CodeChange(
        code: code, passages: (one?.passages ?? 0, other?.passages ?? 0),
        parties: (one?.parties.count ?? 0, other?.parties.count ?? 0))
    }
  }

  /// By response of the new run: the same answer then, by identifier, else by content.
  private static func pairs(_ then: RunSnapshot, _ now: RunSnapshot) -> [Int: Int] {
    let byID = Dictionary(then.responses.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var pairs: [Int: Int] = [:]
    for (place, response) in now.responses.enumerated() { pairs[place] = byID[response.id] }
    var taken = Set(pairs.values)
    for (place, response) in now.responses.enumerated() where pairs[place] == nil {
      let old = then.responses.indices.first { !taken.contains($0) && then.responses[$0].sha256 == response.sha256 }
      guard let old else { continue }
      pairs[place] = old
      taken.insert(old)
    }
    return pairs
  }

  private static func state(_ then: RunSnapshot.Response, _ now: RunSnapshot.Response) -> AnswerState {
    if then.passages.map(\.text) != now.passages.map(\.text) { return .changed }
    return then.id == now.id ? .unchanged : .renamed
  }

  /// By response: the others with the same counted words.
  private static func equal(_ run: RunSnapshot) -> [[String]] {
    let words = run.responses.map { response in
      response.passages.filter(\.isCounted).flatMap { TextWords($0.text).hashes }
    }
    let places = Dictionary(grouping: run.responses.indices.filter { !words[$0].isEmpty }) { words[$0] }
    return run.responses.indices.map { place in
      (places[words[place]] ?? []).filter { $0 != place }.map { run.responses[$0].id }
    }
  }
}
