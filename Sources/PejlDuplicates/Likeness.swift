/// How alike two texts are, word for word.
public struct Likeness: Sendable {
  /// Texts that are so alike say nearly the same.
  public static let nearlySame = 0.6
  /// Of longer texts it is not told what one adds to the other: the time grows with the square of what differs.
  private static let mostCompared = 5_000

  private let count: Int
  private let common: CommonWords<Int32>
  private let numbers: [UInt64: Int32]

  /// Ready to compare others with `words`.
  public init(_ words: TextWords) {
    var numbers: [UInt64: Int32] = [:]
    for hash in words.hashes where numbers[hash] == nil { numbers[hash] = Int32(numbers.count) }
    count = words.count
    self.numbers = numbers
    common = CommonWords(words.hashes.map { numbers[$0] ?? -1 })
  }

  /// Twice the words that both have in the same order, divided by all words of both: 1 for the same words, 0 for none in
  /// common.
  public func share(with other: TextWords) -> Double {
    let all = count + other.count
    guard all > 0 else { return 1 }
    let shared = common.count(in: other.hashes.map { numbers[$0] ?? -1 })
    return 2 * Double(shared) / Double(all)
  }

  /// The words of `other` that `words` lack there, as runs of places in `other`, rising; all words where one of the two is
  /// longer than five thousand.
  public static func additions(of other: TextWords, to words: TextWords) -> [Range<Int>] {
    guard max(words.count, other.count) <= mostCompared else {
      return words.hashes == other.hashes ? [] : [0..<other.count]
    }
    var runs: [Range<Int>] = []
    for change in other.hashes.difference(from: words.hashes).insertions {
      guard case .insert(let place, _, _) = change else { continue }
      if let last = runs.last, last.upperBound == place {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    return runs
  }
}
