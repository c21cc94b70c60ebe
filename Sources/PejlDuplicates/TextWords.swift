public import PejlText

/// The words of a text in small letters, each with its place; marks and white space do not count.
///
/// A word broken by a hyphen at a line end is one word, so that a text and its copy in another file have the same words.
public struct TextWords: Sendable, Hashable {
  /// A hash of each word: the number of its letters in the highest six bits (at most 63), FNV-1a in the others. A greater
  /// hash is a longer word, and long words are rare.
  public let hashes: [UInt64]
  /// The place of each word, in bytes of the text.
  public let spans: [TextSpan]

  /// The number of words.
  public var count: Int { hashes.count }

  /// The words of `text`.
  public init(_ text: String) { self.init(UTF8Text(text)) }

  /// The words of `span` of `text`, or of all of it.
  public init(_ text: UTF8Text, _ span: TextSpan? = nil) {
    let range = (span ?? text.span).range
    let bytes = text.bytes
    var hashes: [UInt64] = []
    var spans: [TextSpan] = []
    var hash = Self.basis
    var letters: UInt64 = 0
    var start: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      let (isLetter, width) = Self.letter(bytes, index, end: range.upperBound, &hash)
      if isLetter {
        if start == nil { start = index }
        letters += 1
        index += width
      } else if start != nil, let next = Self.continuation(bytes, index, end: range.upperBound) {
        index = next
      } else {
        if let begun = start {
          hashes.append(Self.sized(hash, letters))
          spans.append(TextSpan(begun, index))
        }
        start = nil
        hash = Self.basis
        letters = 0
        index += width
      }
    }
    if let start {
      hashes.append(Self.sized(hash, letters))
      spans.append(TextSpan(start, range.upperBound))
    }
    self.hashes = hashes
    self.spans = spans
  }

  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  /// `hash` with the number of letters in its highest bits.
  private static func sized(_ hash: UInt64, _ letters: UInt64) -> UInt64 {
    min(letters, 63) << 58 | (hash ^ hash >> 58) & (1 << 58 - 1)
  }

  /// Whether a letter or digit stands at `index`, and how many bytes what stands there takes; a letter is added to `hash` as
  /// a small one.
  @inline(__always)
  private static func letter(_ bytes: [UInt8], _ index: Int, end: Int, _ hash: inout UInt64) -> (Bool, width: Int) {
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let byte = bytes[index]
    switch byte {
    case 0x30...0x39, 0x61...0x7A: add(byte)
    case 0x41...0x5A: add(byte | 0x20)
    case ..<0x80: return (false, 1)
    case 0xC2: return (false, 2)
    case 0xE2: return (false, 3)
    case 0xC3 where index + 1 < end:
      let next = bytes[index + 1]
      add(byte)
      add(next >= 0x80 && next <= 0x9E && next != 0x97 ? next | 0x20 : next)
      return (true, 2)
    default:
      let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      for place in index..<min(index + width, end) { add(bytes[place]) }
      return (true, width)
    }
    return (true, 1)
  }

  /// Where a word goes on after a hyphen and a line end at `index`, or nil.
  private static func continuation(_ bytes: [UInt8], _ index: Int, end: Int) -> Int? {
    guard bytes[index] == 0x2D, index + 2 < end, bytes[index + 1] == 0x0A else { return nil }
    return (0x61...0x7A).contains(bytes[index + 2]) || bytes[index + 2] == 0xC3 ? index + 2 : nil
  }
}
