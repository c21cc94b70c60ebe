internal import PejlHearing

/// The parties of a run and which responses are theirs.
struct PartyList {
  /// The heard parties in the order of the hearing, then the other senders in the order of the responses.
  let parties: [Party]
  /// The place in `parties` of each response's sender.
  let ofResponse: [Int]

  /// Gives each response to its party.
  ///
  /// A respondent without members, or a member of a group, is one party. A response that is matched to a group as a
  /// whole, or to a body that the hearing does not name, is a party of its own that was not heard by itself. Responses
  /// of unknown senders are never joined: nothing shows that they come from the same hand.
  init(hearing: Hearing, digests: [ResponseDigest]) {
    var drafts = hearing.parties.map { Draft(respondent: $0, isHeard: true) }
    var places: [String: Int] = [:]
    for (place, draft) in drafts.enumerated() where places[draft.id] == nil { places[draft.id] = place }
    var ofResponse: [Int] = []
    for (index, response) in digests.enumerated() {
      let place: Int
      if let respondent = response.respondent.respondent {
        if let known = places[respondent.id] {
          place = known
        } else {
          place = drafts.count
          places[respondent.id] = place
          drafts.append(Draft(respondent: respondent, isHeard: false))
        }
      } else {
        place = drafts.count
        drafts.append(
          Draft(
            id: response.party, name: response.respondent.evidence, kind: response.respondent.kind))
      }
      drafts[place].responses.append(index)
      ofResponse.append(place)
    }
    let groups = Dictionary(hearing.respondents.map { ($0.id, $0.name) }) { first, _ in first }
    parties = drafts.map { draft in
      Party(
        id: draft.id, name: draft.name, group: draft.group.flatMap { groups[$0] ?? $0 }, kind: draft.kind,
        isHeard: draft.isHeard, responses: draft.responses,
        hasAnswered: draft.responses.contains { !digests[$0].isNoAnswer })
    }
    self.ofResponse = ofResponse
  }

  /// A party whose responses are still being found.
  private struct Draft {
    let id: String
    let name: String?
    let group: String?
    let kind: Respondent.Kind
    let isHeard: Bool
    var responses: [Int] = []

    init(respondent: Respondent, isHeard: Bool) {
      id = respondent.id
      name = respondent.name
      group = respondent.group
      kind = respondent.kind
      self.isHeard = isHeard
    }

    init(id: String, name: String?, kind: Respondent.Kind) {
      self.id = id
      self.name = name
      group = nil
      self.kind = kind
      isHeard = false
    }
  }
}
