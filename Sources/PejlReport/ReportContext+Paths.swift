internal import PejlAnalysis
internal import PejlCodebook
internal import PejlSegment
internal import PejlTagging
internal import PejlText

extension ReportContext {
  /// The key of the page with the passages outside the strategy.
  static let outside = "outside"

  /// What identifies a code in a report, such as `strategy-2.4`.
  static func key(of code: Code) -> String { "\(code.facet.rawValue)-\(code.id)" }

  /// The address of a code's page, seen from the report's folder.
  func address(of code: Code) -> String { Self.address(codePaths[Self.key(of: code)] ?? "themes.html") }

  /// The address of a code's page, seen from the report's folder; nil for a code that has no page.
  func address(ofCode id: String, in facet: Facet.ID) -> String? {
    codePaths["\(facet.rawValue)-\(id)"].map(Self.address)
  }

  /// The address of the page with the passages outside the strategy.
  var outsideAddress: String { Self.address(codePaths[Self.outside] ?? "themes.html") }

  /// Where a passage stands in the page of its answer, seen from the report's folder.
  func address(response: Int, passage: Int) -> String {
    let id = analysis.digests[response].passages[passage]
    return "\(responseAddresses[response])#\(Self.address(id))"
  }

  /// The anchor of a party in tables.
  static func anchor(ofParty place: Int) -> String { "sender-\(place + 1)" }

  /// What stands for a party in filters: its identifier without blanks.
  static func value(of party: Party) -> String { address(party.id) }

  /// The address of a path with everything but plain characters encoded.
  package static func address(_ path: String) -> String {
    if path.utf8.allSatisfy(isPlain) { return path }
    let hex = Array("0123456789ABCDEF")
    var result = ""
    for byte in path.utf8 {
      if isPlain(byte) {
        result.append(Character(Unicode.Scalar(byte)))
      } else {
        result += "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
      }
    }
    return result
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: true
    default: false
    }
  }

  /// One path an identifier, in ASCII; an identifier never leads out of the folder, and no two share a path.
  static func paths(_ ids: [String], folder: String, allowed: String) -> [String] {
    var names = UniqueNames()
    return ids.map { id in
      let plain = id.map { character -> String in
        if character.isASCII, character.isLetter || character.isNumber || allowed.contains(character) {
          return String(character)
        }
        return character.lowercased().first.flatMap { PlainNames.spelling[$0] } ?? "-"
      }
      return "\(folder)/\(names.next(plain.isEmpty ? "page" : plain.joined())).html"
    }
  }

  static func codePaths(_ codebook: CodebookSummary) -> [String: String] {
    let codes = [Facet.ID.strategy, .theme, .stance].flatMap(codebook.codes)
    let paths = paths([outside] + codes.map(\.id), folder: "codes", allowed: "-.")
    let keys = [outside] + codes.map(key)
    return Dictionary(zip(keys, paths)) { first, _ in first }
  }
}
