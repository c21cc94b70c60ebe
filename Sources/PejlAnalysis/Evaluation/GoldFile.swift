public import PejlCodebook
internal import PejlText

/// What a careful person coded: one row a paragraph, in tab-separated values.
///
/// Columns by header: `strategy`, `theme`, `stance` (`;` between codes, `-` for none); and either `text`, the
/// paragraph itself, or `file` and `paragraph`, or `file` and `begins`, the first words of the paragraph.
public struct GoldFile: Sendable {
  /// One coded paragraph.
  public struct Row: Sendable {
    /// The line in the file, from 1.
    public let line: Int
    /// The name that the row goes by: its `id`, or file and paragraph.
    public let name: String
    /// The response's file name, without or with extension.
    public let file: String?
    /// The number of the paragraph in the response, from 1.
    public let paragraph: Int?
    /// The first words of the paragraph.
    public let begins: String?
    /// The paragraph itself.
    public let text: String?
    /// The codes by facet.
    public let codes: [Facet.ID: Set<String>]
  }

  /// The name of the file.
  public let path: String
  /// The rows in order.
  public let rows: [Row]

  /// Reads the bytes of a gold file.
  ///
  /// - Throws: ``InvalidInput`` that names each line with a wrong column count, a wrong number or a code that `codebook` does
  ///   not have.
  public init(_ bytes: [UInt8], path: String, codebook: Codebook) throws {
    self.path = path
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }
    let header = (lines.first ?? "").split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    func column(_ name: String) -> Int? { header.firstIndex(of: name) }
    guard column("strategy") != nil, column("text") != nil || column("file") != nil else {
      throw InvalidInput(
        code: "gold.header",
        "the first line must name the columns: strategy, theme, stance, and text, or file with paragraph or begins",
        path: path, line: 1)
    }
    var rows: [Row] = []
    var findings: [Diagnostic] = []
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      func problem(_ message: String) {
        findings.append(Diagnostic(.error, code: "gold.row", message, path: path, line: index + 1))
      }
      guard cells.count == header.count else {
        problem("\(cells.count) columns stand here, the header names \(header.count)")
        continue
      }
      func cell(_ name: String) -> String? { column(name).map { cells[$0] } }
      var codes: [Facet.ID: Set<String>] = [:]
      for facet in [Facet.ID.strategy, .theme, .stance] {
        let names = (cell(facet.rawValue) ?? "-").split(separator: ";").map(String.init).filter { $0 != "-" }
        for name in names where codebook.code(name, in: facet) == nil {
          problem("the codebook has no code \"\(name)\" in the facet \(facet.rawValue)")
        }
        codes[facet] = Set(names)
      }
      let paragraph = cell("paragraph").flatMap { Int($0) }
      if cell("paragraph") != nil, paragraph == nil { problem("the paragraph is no number") }
      let name = cell("id") ?? "\(cell("file") ?? "") \(cell("paragraph") ?? "")"
      rows.append(
        Row(
          line: index + 1, name: name, file: cell("file"), paragraph: paragraph, begins: cell("begins"),
          text: cell("text"), codes: codes))
    }
    guard findings.isEmpty else { throw InvalidInput(findings) }
    self.rows = rows
  }
}
