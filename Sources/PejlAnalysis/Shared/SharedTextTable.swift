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
  /// What a later search can use.
  let found: FoundTexts

  /// So much of an answer must stand in others for it to be told as borrowed.
  private static let borrowedShare = 0.5

  /// Compares the counted passages of responses.
  ///
  /// - Parameters:
  ///   - responses: the responses; only those that must be compared are loaded.
  ///   - digests: the same in brief.
  ///   - parties: the senders.
  ///   - known: what an earlier search found.
  init(responses: ResponseList, digests: [ResponseDigest], parties: [Int], known: FoundTexts) {
    let all = digests.enumerated().flatMap { response, digest in
      digest.counted.map { (response: response, passage: $0.passage, sketch: $0.sketch) }
    }
    var kept: [Int: TextWords] = [:]
    let (groups, found) = DuplicateFinder().groups(all.map(\.sketch), known: known) { place in
      if let words = kept[place] { return words }
      let response = responses[all[place].response]
      let passages = response.passages
      let words =
        passages.indices.contains(all[place].passage)
        ? TextWords(response.document.text, passages[all[place].passage].passage.core) : TextWords("")
      kept[place] = words
      return words
    }
    var texts: [SharedText] = []
    var places: [[Int: Int]] = Array(repeating: [:], count: digests.count)
    for group in groups where Set(group.members.map { all[$0.text].response }).count > 1 {
      let entries = group.members.map { member in
        let (response, passage, sketch) = all[member.text]
        places[response][passage] = texts.count
        let words = sketch.count + all[group.typical].sketch.count
        return SharedText.Entry(
          response: response, passage: passage, likeness: member.likeness,
          addedWords: sketch.count - Int((member.likeness * Double(words) / 2).rounded()))
      }
      texts.append(
        SharedText(
          typical: group.members.firstIndex { $0.text == group.typical } ?? 0, entries: entries,
          parties: Set(entries.map { parties[$0.response] }).sorted()))
    }
    self.texts = texts
    self.places = places
    self.found = found
    borrowing = digests.enumerated().compactMap { response, digest in
      let all = digest.counted.reduce(0) { $0 + $1.sketch.count }
      let own = digest.counted.filter { places[response][$0.passage] == nil }
      let shared = all - own.reduce(0) { $0 + $1.sketch.count }
      guard shared > 0, Double(shared) >= Self.borrowedShare * Double(all) else { return nil }
      return BorrowingAnswer(response: response, sharedWords: shared, words: all, own: own.map(\.passage))
    }
    equal = Self.equal(digests)
  }

  /// The responses with the same words, by the first of each.
  private static func equal(_ digests: [ResponseDigest]) -> [[Int]] {
    let worded = digests.indices.filter { place in digests[place].counted.contains { $0.sketch.count > 0 } }
    return Dictionary(grouping: worded) { digests[$0].wording }.values
      .filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}
