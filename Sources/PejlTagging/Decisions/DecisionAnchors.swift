internal import PejlDuplicates
internal import PejlSegment
internal import PejlText

/// Finds the passages that decisions were made on, also when answers have changed since.
///
/// First by identifier, which is made from the words. Then, where the passage is gone from its response, by its words: the
/// passage there that is most alike. Only when the response itself is gone are the others looked at, so that a decision
/// never moves to another sender who says the same.
struct DecisionAnchors {
  /// Where a decision belongs.
  struct Anchor {
    let response: Int
    let passage: Int
    /// How alike the passage is to the one that was decided on; 1 when it is the same.
    let likeness: Double
  }

  /// So alike a passage of the same response must be.
  static let leastLikeness = Likeness.nearlySame
  /// So alike a passage of another response must be, or one of few words.
  static let leastLikenessElsewhere = 0.8
  /// Fewer words are few.
  static let fewWords = 10

  /// So alike a passage of the same response must be to one of those words.
  static func least(_ words: TextWords) -> Double { words.count < fewWords ? leastLikenessElsewhere : leastLikeness }

  /// By place in the decisions: where they belong; those that found no place are not there.
  private(set) var anchors: [Int: Anchor] = [:]

  private struct Place: Hashable {
    let response: Int
    let passage: Int
  }

  private var taken: Set<Place> = []
  private let responses: DecidableResponses

  init(_ decisions: [Decision], in responses: DecidableResponses) {
    self.responses = responses
    let byID = Dictionary(responses.briefs.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let byHash = Dictionary(responses.briefs.enumerated().map { ($1.sha256, $0) }) { first, _ in first }
    var homes: [Int: Int] = [:]
    for (number, decision) in decisions.enumerated() {
      homes[number] = byID[decision.response] ?? decision.sha256.flatMap { byHash[$0] }
    }
    let numbers = decisions.indices.filter { homes[$0] != nil }
    let places = Dictionary(
      Set(homes.values).flatMap { home in
        responses[home].passages.enumerated().map { place, tagged in
          (tagged.passage.id, Place(response: home, passage: place))
        }
      }
    ) { first, _ in first }
    for number in numbers {
      guard let home = homes[number] else { continue }
      let decision = decisions[number]
      let id = responses.briefs[home].id + decision.passage.dropFirst(decision.response.count)
      if let place = places[id] { take(place, 1, number) }
    }
    let lost = decisions.indices.filter { anchors[$0] == nil && decisions[$0].text != nil }
    settle(
      lost.flatMap { number in
        candidates(
          decisions[number].text ?? "", in: homes[number].map { [$0] } ?? Array(responses.briefs.indices),
          least: homes[number] == nil ? Self.leastLikenessElsewhere : Self.leastLikeness
        ).map { (number, $0.place, $0.likeness) }
      })
  }

  private mutating func take(_ place: Place, _ likeness: Double, _ number: Int) {
    anchors[number] = Anchor(response: place.response, passage: place.passage, likeness: likeness)
    taken.insert(place)
  }

  /// The passages that nobody decided on and that are alike enough.
  private func candidates(
    _ text: String, in homes: [Int], least: Double
  ) -> [(place: Place, likeness: Double)] {
    let words = TextWords(text)
    guard words.count > 0 else { return [] }
    let least = max(least, Self.least(words))
    let own = Likeness(words)
    return homes.flatMap { response in
      let source = responses[response]
      return source.passages.enumerated().compactMap { passage, tagged -> (Place, Double)? in
        let place = Place(response: response, passage: passage)
        guard !taken.contains(place) else { return nil }
        let other = TextWords(source.document.text, tagged.passage.core)
        // No more words can be shared than the shorter text has.
        guard 2 * Double(min(words.count, other.count)) >= least * Double(words.count + other.count) else { return nil }
        let likeness = own.share(with: other)
        return likeness >= least ? (place, likeness) : nil
      }
    }
  }

  /// Gives each passage to the decision that is most like it.
  private mutating func settle(_ pairs: [(number: Int, place: Place, likeness: Double)]) {
    let sorted = pairs.sorted { left, right in
      if left.likeness != right.likeness { return left.likeness > right.likeness }
      return (left.number, left.place.response, left.place.passage)
        < (right.number, right.place.response, right.place.passage)
    }
    for pair in sorted where anchors[pair.number] == nil && !taken.contains(pair.place) {
      take(pair.place, pair.likeness, pair.number)
    }
  }
}
