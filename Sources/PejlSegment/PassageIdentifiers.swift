internal import PejlText

/// Names passages by what they say, so that a name stays when other passages change.
///
/// White space does not count. Equal passages are told apart by their order among themselves.
struct PassageIdentifiers {
  private let response: String
  private var seen: [UInt64: Int] = [:]

  init(response: String) { self.response = response }

  /// The identifier of the passage at `span`.
  mutating func next(for text: UTF8Text, _ span: TextSpan) -> String {
    // FNV-1a over the bytes, each run of white space as one blank.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isInSpace = false
    for index in span.range {
      let isSpace = UTF8Text.isSpace(text.bytes[index])
      if isSpace && isInSpace { continue }
      isInSpace = isSpace
      hash = (hash ^ UInt64(isSpace ? 0x20 : text.bytes[index])) &* 0x100_0000_01B3
    }
    let digits = String(hash >> 24, radix: 16)
    let name = "\(response).\(String(repeating: "0", count: 10 - digits.count))\(digits)"
    let count = (seen[hash >> 24] ?? 0) + 1
    seen[hash >> 24] = count
    return count == 1 ? name : "\(name)-\(count)"
  }
}
