internal import PejlIngest

/// Style and script of pages, which stand in every page so that each can be sent on alone, and what lets a browser run
/// these and nothing else.
struct PageAssets: Sendable {
  let language: ReportLanguage
  let style: String
  let script: String
  private let styleSource: String
  private let scriptSource: String

  /// The assets of pages in a language.
  ///
  /// - Parameters:
  ///   - language: what the pages are written in.
  ///   - style: the style sheet.
  ///   - script: the script; empty for pages that have none.
  init(_ language: ReportLanguage, style: [UInt8], script: [UInt8]) {
    self.language = language
    self.style = Self.compacted(style)
    self.script = String(decoding: script, as: UTF8.self)
    styleSource = Self.source(Array(self.style.utf8))
    scriptSource = Self.source(script)
  }

  /// A style sheet without the lines of comments and the blanks that no browser needs: it stands in every page.
  private static func compacted(_ style: [UInt8]) -> String {
    let lines = String(decoding: style, as: UTF8.self).split(separator: "\n").map { $0.drop { $0 == " " } }
    return lines.filter { !$0.hasPrefix("/*") }.joined()
      .replacing(" { ", with: "{").replacing(" {", with: "{").replacing("; ", with: ";").replacing(" }", with: "}")
  }

  /// The values that the head and the foot show.
  var fields: Fields {
    [
      "language": language.rawValue, "style": style, "script": script,
      "policy": "default-src 'none'; style-src \(styleSource); script-src \(script.isEmpty ? "'none'" : scriptSource); "
        + "base-uri 'none'; form-action 'none'",
    ]
  }

  /// How a Content-Security-Policy names content: by its SHA-256 in base 64.
  private static func source(_ bytes: [UInt8]) -> String {
    let digits = ContentHash.sha256(bytes).compactMap(\.hexDigitValue)
    let hash = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    return "'sha256-\(base64(hash))'"
  }

  private static func base64(_ bytes: [Int]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | $1 } << (8 * (3 - group.count))
      for place in 0..<4 { result.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : "=") }
    }
    return result
  }
}
