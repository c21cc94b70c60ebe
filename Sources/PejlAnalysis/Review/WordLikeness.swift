internal import Glibc

/// How alike passages are in their words: the cosine of their rare words, from 0 to 1.
struct WordLikeness: Sendable {
  /// By passage: its words with their weights; the squares of the weights add up to 1.
  private let vectors: [[(word: Int, weight: Double)]]
  /// By word: the passages that hold it, with its weight there.
  private let places: [[(passage: Int, weight: Double)]]

  /// Words in more than this part of the passages tell nothing.
  private static let commonShare = 0.2

  init(_ passages: [Set<String>]) {
    var counts: [String: Int] = [:]
    for word in passages.joined() { counts[word, default: 0] += 1 }
    let most = max(2, Int(Self.commonShare * Double(passages.count)))
    let kept = counts.filter { $0.value <= most }.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    let weights = kept.map { log(Double(passages.count + 1) / Double(counts[$0] ?? 1)) }
    vectors = passages.map { passage in
      let words = passage.compactMap { numbers[$0] }.sorted()
      let length = words.reduce(0) { $0 + weights[$1] * weights[$1] }.squareRoot()
      return words.map { ($0, length > 0 ? weights[$0] / length : 0) }
    }
    var places: [[(passage: Int, weight: Double)]] = Array(repeating: [], count: kept.count)
    for (passage, vector) in vectors.enumerated() {
      for (word, weight) in vector { places[word].append((passage, weight)) }
    }
    self.places = places
  }

  /// How alike each passage is to `passage`, itself included.
  func likeness(to passage: Int) -> [Double] {
    var result = [Double](repeating: 0, count: vectors.count)
    for (word, weight) in vectors[passage] {
      for (other, own) in places[word] { result[other] += weight * own }
    }
    return result
  }
}
