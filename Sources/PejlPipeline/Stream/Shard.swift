/// One of several equal parts of the files of a run.
public struct Shard: Sendable, Hashable {
  /// Which part, from 1.
  public let number: Int
  /// How many parts there are.
  public let count: Int

  /// The part `number` of `count`; nil when there is no such part.
  public init?(_ number: Int, of count: Int) {
    guard count >= 1, (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether the file in that place of the run, from 0, belongs to the part.
  func contains(_ place: Int) -> Bool { place % count == number - 1 }
}
