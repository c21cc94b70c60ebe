/// Numbers that look like chance and are the same each time (SplitMix64).
public struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// Dice that fall as `seed` says.
  public init(_ seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// One of `items`.
  public mutating func pick<Item>(_ items: [Item]) -> Item { items[Int(next() % UInt64(items.count))] }
  /// A number in `range`.
  public mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }
  /// So many digits, the first from 1.
  public mutating func digits(_ count: Int, first: ClosedRange<Int> = 1...9) -> String {
    var result = String(number(first))
    for _ in 1..<count { result += String(number(0...9)) }
    return result
  }
}
