/// Makes broken files of good ones, the same ones for the same seed.
struct Mutator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  /// What means something to one parser or another.
  private static let tokens: [[UInt8]] =
    [
      "<", ">", "</", "/>", "<a>", "<!--", "]]>", "<![CDATA[", "&#0;", "&#xD800;", "&lt;", "\"", "\"\"", ";", ",", "\t",
      "\n",
      "\r\n", "\n\n", "\u{C}", "\0", "- ", "* ", "# ", "1. ", "**", "[", "](", "---\n", "From ", "Content-Type: ",
      "\u{AD}",
      "\u{301}", "\u{FB01}", "\u{FEFF}", "\u{2028}", "99999999999999999999", "-1", "_x000D_", "xml:space=\"preserve\"",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]]

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return bound > 0 ? Int(state >> 33) % bound : 0
  }

  /// `bytes` with one to eight changes; pieces of `other` may come into it.
  mutating func changed(_ bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0...next(8) {
      let place = next(result.count + 1)
      let end = min(result.count, place + 1 + next(next(4) == 0 ? 400 : 12))
      switch next(8) {
      case 0 where place < result.count: result[place] ^= UInt8(1 << next(8))
      case 1 where place < result.count: result[place] = UInt8(next(256))
      case 2: result.removeSubrange(place..<end)
      case 3: result.insert(contentsOf: Array(result[place..<end]), at: next(result.count + 1))
      case 4, 5: result.insert(contentsOf: Self.tokens[next(Self.tokens.count)], at: place)
      case 6 where !other.isEmpty:
        let start = next(other.count)
        result.insert(contentsOf: other[start..<min(other.count, start + next(200))], at: place)
      default:
        for _ in 0...next(40) {
          result.insert(contentsOf: Array(result[place..<min(result.count, place + 8)]), at: place)
        }
      }
      if result.count > 200_000 { result.removeSubrange(200_000...) }
    }
    return result
  }
}
