internal import PejlDuplicates

/// Several hearings or rounds of status side by side: the same bodies then and now, and what they repeat.
public struct Timeline: Sendable {
  /// A passage that a body asks something in.
  public struct Ask: Sendable, Hashable {
    /// The place of the round.
    public let round: Int
    /// The response.
    public let response: String
    /// The passage.
    public let passage: String
    /// Its text.
    public let text: String
    /// Its codes of the strategy.
    public let codes: [String]
    /// What it asks: its codes of the facet stance.
    public let stances: [String]
    /// Where the body said nearly the same before, the earliest place; nil where it did not.
    public let repeated: Earlier?
  }

  /// Where something was said before.
  public struct Earlier: Sendable, Hashable {
    /// The place of the round.
    public let round: Int
    /// The passage.
    public let passage: String
    /// How alike both are, from 0 to 1.
    public let likeness: Double
  }

  /// A body's part in one round.
  public struct Part: Sendable {
    /// Whether it answered.
    public let hasAnswered: Bool
    /// The passages that count.
    public let passages: Int
    /// The codes of the strategy that it touched.
    public let codes: Set<String>
  }

  /// A body that answered in at least one round.
  public struct Body: Sendable {
    /// The name.
    public let name: String
    /// One part a round.
    public let parts: [Part]
    /// What it asked, round by round.
    public let asks: [Ask]
  }

  /// A code of the strategy through the rounds.
  public struct Line: Sendable {
    /// The code.
    public let code: RunSnapshot.Code
    /// The parties that touched it and their passages, round by round; nil where the round's codebook lacks the code.
    public let rounds: [(parties: Int, passages: Int)?]
  }

  /// The rounds, the earliest first.
  public let rounds: [RunSnapshot]
  /// The bodies in the order in which they first stand.
  public let bodies: [Body]
  /// The codes in the order of the last codebook.
  public let lines: [Line]

  /// So alike passages must be for the later to repeat the earlier.
  private static let leastLikeness = Likeness.nearlySame
  /// Passages of fewer words repeat nothing.
  private static let leastWords = 6

  /// The rounds side by side.
  ///
  /// - Parameters:
  ///   - rounds: the runs, the earliest first.
  ///   - asking: the codes of the facet stance by which a passage asks for something.
  public init(_ rounds: [RunSnapshot], asking: Set<String>) {
    self.rounds = rounds
    var keys: [String] = []
    var names: [String: String] = [:]
    for round in rounds {
      for party in round.parties {
        guard let key = Self.key(party) else { continue }
        if names.updateValue(party.name ?? party.id, forKey: key) == nil { keys.append(key) }
      }
    }
    bodies = keys.compactMap { Self.body($0, names[$0] ?? $0, rounds, asking) }
    let touched = rounds.map(\.touched)
    var codes = rounds.last?.codes ?? []
    for round in rounds.reversed() {
      let known = Set(codes.map(\.id))
      codes += round.codes.filter { !known.contains($0.id) }
    }
    lines = codes.map { code in
      Line(
        code: code,
        rounds: rounds.indices.map { round in
          guard rounds[round].codes.contains(where: { $0.id == code.id }) else { return nil }
          let own = touched[round][code.id]
          return (own?.parties.count ?? 0, own?.passages ?? 0)
        })
    }
  }

  /// What shows that a party is the same in several rounds: its identifier; for a sender that the hearing does not name, the
  /// name; nil for one of whom nothing is known.
  private static func key(_ party: RunSnapshot.Party) -> String? {
    party.isHeard || !party.id.hasPrefix("unknown-") ? party.id : party.name.map { $0.lowercased() }
  }

  private static func body(
    _ key: String, _ name: String, _ rounds: [RunSnapshot], _ asking: Set<String>
  ) -> Body? {
    var parts: [Part] = []
    var asks: [Ask] = []
    var said: [(earlier: Earlier, likeness: Likeness, words: Int)] = []
    for (number, round) in rounds.enumerated() {
      let ids = Set(round.parties.filter { Self.key($0) == key }.map(\.id))
      let responses = round.responses.filter { ids.contains($0.party) }
      var passages = 0
      var codes: Set<String> = []
      var own: [(earlier: Earlier, likeness: Likeness, words: Int)] = []
      for response in responses {
        for passage in response.passages where passage.isCounted {
          passages += 1
          codes.formUnion(passage.codes("strategy"))
          let words = TextWords(passage.text)
          own.append((Earlier(round: number, passage: passage.id, likeness: 1), Likeness(words), words.count))
          let stances = passage.codes("stance").filter(asking.contains)
          guard !stances.isEmpty else { continue }
          asks.append(
            Ask(
              round: number, response: response.id, passage: passage.id, text: passage.text,
              codes: passage.codes("strategy"), stances: stances, repeated: Self.earlier(words, in: said)))
        }
      }
      said += own
      parts.append(Part(hasAnswered: !responses.isEmpty, passages: passages, codes: codes))
    }
    return parts.contains(where: \.hasAnswered) ? Body(name: name, parts: parts, asks: asks) : nil
  }

  /// The earliest place where nearly the same was said.
  private static func earlier(
    _ words: TextWords, in said: [(earlier: Earlier, likeness: Likeness, words: Int)]
  ) -> Earlier? {
    guard words.count >= leastWords else { return nil }
    for one in said where one.words >= leastWords {
      let share = one.likeness.share(with: words)
      if share >= leastLikeness {
        return Earlier(round: one.earlier.round, passage: one.earlier.passage, likeness: share)
      }
    }
    return nil
  }
}
