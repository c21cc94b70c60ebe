internal import PejlDuplicates
internal import PejlSegment
internal import PejlTagging
internal import PejlText

/// Finds what stands in several answers.
struct SharedTextTable {
  /// What stands in several answers, in the order of the first passage.
  let texts: [SharedText]
  /// By response and passage: the place in `texts`; only of passages that stand in several answers.
  let places: [[Int: Int]]
  /// The answers of which half or more stands in others.
  let borrowing: [BorrowingAnswer]
  /// Answers whose counted passages have the same words, as places in the responses; two or more each.
  let equal: [[Int]]

  /// So much of an answer must stand in others for it to be told as borrowed.
  private static let borrowedShare = 0.5

  /// Compares the counted passages of `responses`, whose senders are `parties`.
  init(responses: ResponseList, parties: [Int]) {
    var found: [(response: Int, passage: Int)] = []
    var words: [TextWords] = []
    for (place, response) in responses.enumerated() {
      for (passage, tagged) in response.passages.enumerated() where tagged.isCounted {
        found.append((place, passage))
        words.append(TextWords(response.document.text, tagged.passage.core))
      }
    }
    var texts: [SharedText] = []
    var places: [[Int: Int]] = Array(repeating: [:], count: responses.count)
    for group in DuplicateFinder().groups(words)
    where Set(group.members.map { found[$0.text].response }).count > 1 {
      for member in group.members { places[found[member.text].response][found[member.text].passage] = texts.count }
      let typical = Likeness(words[group.typical])
      let entries = group.members.map { member in
        SharedText.Entry(
          response: found[member.text].response, passage: found[member.text].passage, likeness: member.likeness,
          additions: member.isExact
            ? []
            : typical.additions(of: words[member.text]).map { run in
              TextSpan(words[member.text].spans[run.lowerBound].start, words[member.text].spans[run.upperBound - 1].end)
            })
      }
      texts.append(
        SharedText(
          typical: group.members.firstIndex { $0.text == group.typical } ?? 0, entries: entries,
          parties: Set(entries.map { parties[$0.response] }).sorted()))
    }
    self.texts = texts
    self.places = places
    let byResponse = Dictionary(grouping: found.indices) { found[$0].response }
    borrowing = responses.indices.compactMap { response in
      let own = byResponse[response] ?? []
      let all = own.reduce(0) { $0 + words[$1].count }
      let shared = own.filter { places[response][found[$0].passage] != nil }.reduce(0) { $0 + words[$1].count }
      guard shared > 0, Double(shared) >= Self.borrowedShare * Double(all) else { return nil }
      return BorrowingAnswer(
        response: response, sharedWords: shared, words: all,
        own: own.map { found[$0].passage }.filter { places[response][$0] == nil })
    }
    equal = Self.equal(byResponse.mapValues { $0.flatMap { words[$0].hashes } })
  }

  /// The responses with the same words, by the first of each.
  private static func equal(_ words: [Int: [UInt64]]) -> [[Int]] {
    Dictionary(grouping: words.filter { !$0.value.isEmpty }.keys) { words[$0] ?? [] }.values
      .filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }
}
