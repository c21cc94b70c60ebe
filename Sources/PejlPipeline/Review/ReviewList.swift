internal import PejlAnalysis
public import PejlCodebook
internal import PejlSegment
public import PejlTagging
internal import PejlText

/// The passages of a hearing on which a person's decision is worth most, the best first.
public struct ReviewList: Sendable {
  /// The passages.
  public let entries: [ReviewEntry]
  /// How many passages could be decided on and are not.
  public let undecided: Int

  /// At most `limit` passages of `responses`, which have kept what they showed; those that `decisions` settle are left out,
  /// and what is like them comes later.
  public init(_ responses: [TaggedResponse], codebook: Codebook, decisions: DecisionFile?, limit: Int) {
    let places = responses.indices.flatMap { response in
      responses[response].passages.indices.filter { passage in
        let tagged = responses[response].passages[passage]
        return tagged.observation != nil && tagged.passage.kind != .heading
      }.map { (response: response, passage: $0) }
    }
    let items = places.map { ReviewItem([responses[$0.response].passages[$0.passage]], codebook: codebook) }
    let settled = Set((decisions?.settled ?? []).map { Self.name($0.response, $0.passage) })
    let decided = Set(
      places.indices.filter { index in
        let response = responses[places[index].response]
        return settled.contains(Self.name(response.id, response.passages[places[index].passage].passage.id))
      })
    undecided = items.count - decided.count
    let order = ReviewOrder(items)
    entries = order.best(limit, decided: decided).map { index in
      let response = responses[places[index].response]
      return ReviewEntry(
        response.passages[places[index].passage], of: response, items[index],
        alike: order.alike(index).count { !decided.contains($0) })
    }
  }

  private static func name(_ response: String, _ passage: String) -> String { "\(response) \(passage)" }

  /// The passages with their codes as they stand now, each open until a person has looked at it.
  public func proposals(_ codebook: Codebook, hearing: String) -> DecisionFile {
    let facets = DecisionFile.facets.filter { codebook.facet($0) != nil }
    return DecisionFile(
      hearing: hearing,
      decisions: entries.map { entry in
        let codes = facets.map { facet in (facet, Set(entry.passage.tags(facet).map(\.code))) }
        var reason: String?
        if case .setAside(let own) = entry.passage.disposition { reason = own }
        return Decision(
          response: entry.response, passage: entry.passage.passage.id,
          codes: Dictionary(uniqueKeysWithValues: codes), setAside: reason, isOpen: true, sha256: entry.sha256,
          text: entry.text)
      })
  }
}
