internal import PejlPrivacy
internal import PejlText

/// Makes identifiers of file names. Identifiers stand on pages, so no personal number becomes a part of one.
enum ResponseName {
  /// The ``ResponseIdentifiers`` of `names`.
  static func identifiers(_ names: [String]) -> [String] {
    let identifiers = ResponseIdentifiers(names)
    return names.indices.map { identifiers[$0] }
  }

  /// The identifier of a file whose name without its extension no other has.
  static func short(_ name: String) -> String { identifier(withoutExtension(name)) }

  /// The identifiers of the documents in the file `file`, of which `keys` tell one from the other; the file itself has none.
  ///
  /// The underscore, which no identifier of a file has, keeps a part apart from all files. A key depends on nothing but the
  /// part's own place, so an identifier stays when other parts come, go, or cannot be read.
  static func parts(_ keys: [[String]], of file: String) -> [String] {
    var used = UniqueNames()
    return keys.map { key in used.next(([file] + key.map(identifier)).joined(separator: "_")) }
  }

  private static func withoutExtension(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// Small ASCII letters, digits and hyphens.
  static func identifier(_ name: String) -> String {
    let words = PlainNames.words(withoutPersonalNumbers(name))
    return words.isEmpty ? "response" : words.joined(separator: "-")
  }

  private static let scanner = PrivacyScanner()

  private static func withoutPersonalNumbers(_ name: String) -> String {
    guard name.utf8.count(where: { 0x30...0x39 ~= $0 }) >= 10 else { return name }
    var bytes = Array(name.utf8)
    for finding in scanner.scan(name).reversed() where finding.kind == .cpr {
      bytes.replaceSubrange(finding.span.range, with: [0x20])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
