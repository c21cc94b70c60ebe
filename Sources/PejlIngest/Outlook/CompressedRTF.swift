/// Unpacks the RTF that Outlook keeps of a mail's text, after MS-OXRTFCP.
enum CompressedRTF {
  private static let dictionary = Array(
    (#"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans "#
      + #"SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"# + "\r\n"
      + #"\par \pard\plain\f0\fs20\b\i\u\tab\tx"#).utf8)
  /// More than this comes of no mail that was written, in bytes.
  private static let limit = 64 << 20

  /// The RTF in `packed`, or nil when it is damaged.
  static func unpack(_ packed: [UInt8]) -> [UInt8]? {
    guard packed.count >= 16 else { return nil }
    let kind = Array(packed[8..<12])
    let body = packed[16...]
    if kind.elementsEqual("MELA".utf8) { return Array(body) }
    guard kind.elementsEqual("LZFu".utf8) else { return nil }
    var window = dictionary + [UInt8](repeating: 0, count: 4096 - dictionary.count)
    var write = dictionary.count
    var result: [UInt8] = []
    var index = body.startIndex
    while index < body.endIndex {
      let control = body[index]
      index += 1
      for bit in 0..<8 {
        guard index < body.endIndex else { return result }
        guard control >> bit & 1 == 1 else {
          window[write] = body[index]
          result.append(body[index])
          write = (write + 1) & 4095
          index += 1
          continue
        }
        guard index + 1 < body.endIndex else { return result }
        let word = Int(body[index]) << 8 | Int(body[index + 1])
        index += 2
        let offset = word >> 4
        if offset == write { return result }
        for step in 0..<(word & 15) + 2 {
          let byte = window[(offset + step) & 4095]
          window[write] = byte
          result.append(byte)
          write = (write + 1) & 4095
        }
        guard result.count <= limit else { return nil }
      }
    }
    return result
  }
}
