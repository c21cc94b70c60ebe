internal import PejlCodebook
internal import PejlReport

extension NoteForm {
  /// A passage that is quoted, with those that say the same word for word.
  struct Quoted {
    /// The passage as it stands, on one line.
    let text: String
    /// Where it stands.
    let place: CaseNote.Place
    /// Where the same words stand again.
    var others: [CaseNote.Place]
  }

  /// The greatest number of rows of a table of quotes; what there is beyond is counted.
  static let rowLimit = 100
  /// The greatest number of places that are named where the same words stand again.
  private static let placeLimit = 12

  /// The quotes of `places`, the same words once, and how many of the passages are left out.
  ///
  /// Where there are more than `limit`, one of each sender comes before a second of any; the order of `places` stays.
  func quoted(_ places: [CaseNote.Place], limit: Int = rowLimit) -> (shown: [Quoted], rest: Int) {
    var placeOfText: [String: Int] = [:]
    var all: [Quoted] = []
    for place in places {
      let text = quote(place)
      if let index = placeOfText[text] {
        all[index].others.append(place)
      } else {
        placeOfText[text] = all.count
        all.append(Quoted(text: text, place: place, others: []))
      }
    }
    guard all.count > limit else { return (all, 0) }
    var turns: [Int: Int] = [:]
    let turn = all.map { quoted in
      let party = context.partyOfResponse[quoted.place.response]
      defer { turns[party, default: 0] += 1 }
      return turns[party, default: 0]
    }
    let chosen = all.indices.sorted { (turn[$0], $0) < (turn[$1], $1) }.prefix(limit).sorted()
    let shown = chosen.map { all[$0] }
    return (shown, places.count - shown.reduce(0) { $0 + 1 + $1.others.count })
  }

  /// Where a quote stands, and where the same words stand again.
  func source(_ quoted: Quoted) -> String {
    let rest = quoted.others.count - Self.placeLimit
    let others =
      quoted.others.prefix(Self.placeLimit).map { source($0) }
      + (rest > 0 ? [words.words.count(rest, "more-passage")] : [])
    guard !others.isEmpty else { return source(quoted.place) }
    let same = words.words.filled("quotes.same", ["list": others.joined(separator: "; ")])
    return "\(source(quoted.place)). \(same)"
  }

  /// A cell with a quote and where it stands.
  func cell(_ quoted: Quoted) -> [NoteTable.Part] { [.quote(quoted.text), .source(source(quoted))] }

  /// What is said of passages that are left out: how to see those of `topic`, or that they stand in the other files.
  func remark(rest: Int, of topic: CaseNote.Topic? = nil, stance: String? = nil) -> String? {
    guard rest > 0 else { return nil }
    let count = words.words.count(rest, "more-passage")
    guard let topic else { return words.words.filled("quotes.rest.elsewhere", ["count": count]) }
    let code = stance.map { "\(topic.code.id) --stance \($0)" } ?? topic.code.id
    return words.words.filled("quotes.rest", ["count": count, "code": code])
  }
}
