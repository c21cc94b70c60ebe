internal import PejlDuplicates

/// Which passages of an answer are which passages of the same answer in another run.
struct PassageMatching {
  /// Places then and now, how alike both are, in the order of now.
  private(set) var pairs: [(then: Int, now: Int, likeness: Double)] = []
  /// Places that are no longer there.
  let gone: [Int]
  /// Places that were not there.
  let new: [Int]

  /// So alike passages must be to be taken for the same.
  static let leastLikeness = Likeness.nearlySame

  /// Matches by identifier, which is made from the words, then by the words themselves, the most alike first.
  init(_ then: RunSnapshot.Response, _ now: RunSnapshot.Response) {
    let mark = { (id: String, response: String) in String(id.dropFirst(response.count)) }
    let places = Dictionary(then.passages.enumerated().map { (mark($1.id, then.id), $0) }) { first, _ in first }
    var usedThen: Set<Int> = []
    var usedNow: Set<Int> = []
    for (place, passage) in now.passages.enumerated() {
      guard let old = places[mark(passage.id, now.id)] else { continue }
      pairs.append((old, place, 1))
      usedThen.insert(old)
      usedNow.insert(place)
    }
    let left = then.passages.indices.filter { !usedThen.contains($0) }
    let right = now.passages.indices.filter { !usedNow.contains($0) }
    let words = right.map { TextWords(now.passages[$0].text) }
    let candidates = left.flatMap { old -> [(Int, Int, Double)] in
      let likeness = Likeness(TextWords(then.passages[old].text))
      return right.indices.map { (old, right[$0], likeness.share(with: words[$0])) }
        .filter { $0.2 >= Self.leastLikeness }
    }.sorted { $0.2 == $1.2 ? ($0.0, $0.1) < ($1.0, $1.1) : $0.2 > $1.2 }
    for (old, place, likeness) in candidates where !usedThen.contains(old) && !usedNow.contains(place) {
      pairs.append((old, place, likeness))
      usedThen.insert(old)
      usedNow.insert(place)
    }
    pairs.sort { $0.now < $1.now }
    gone = then.passages.indices.filter { !usedThen.contains($0) }
    new = now.passages.indices.filter { !usedNow.contains($0) }
  }
}
