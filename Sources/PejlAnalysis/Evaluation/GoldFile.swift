public import PejlCodebook

/// What a careful person coded: one row a paragraph, in tab-separated values.
///
/// Columns by header: `strategy`, `theme`, `stance` (`;` between codes, `-` for none), at least one of them; and either
/// `text`, the paragraph itself, or `file` and `paragraph`, or `file` and `begins`, the first words of the paragraph. A facet
/// without a column was not coded, which is not the same as a paragraph without a code.
public struct GoldFile: Sendable {
  /// One coded paragraph.
  public struct Row: Sendable {
    /// The line in the file, from 1.
    public let line: Int
    /// The name that the row goes by, which no other row of the file has: its `id`, else file and paragraph, else file and
    /// opening words, else its text.
    public let name: String
    /// The response's file name, without or with extension; nil for a row that holds its own text.
    public let file: String?
    /// The number of the paragraph in the response, from 1.
    public let paragraph: Int?
    /// The first words of the paragraph.
    public let begins: String?
    /// The paragraph itself.
    public let text: String?
    /// Who wrote the paragraph, where the file says so.
    public let author: String?
    /// The codes by facet, for the facets that were coded.
    public let codes: [Facet.ID: Set<String>]

    /// The name on one line, short enough for a table.
    public var shortName: String {
      let folded = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return folded.count <= 60 ? folded : folded.prefix(59) + "…"
    }
  }

  /// The path of the file.
  public let path: String
  /// The facets that were coded, in the order of reports.
  public let facets: [Facet.ID]
  /// The rows in order.
  public let rows: [Row]

  /// The facets that a person codes.
  static let codable: [Facet.ID] = [.strategy, .theme, .stance]

  /// Reads the bytes of a gold file.
  ///
  /// - Throws: ``InvalidInput`` that names each line with a wrong column count, a wrong number, a code that `codebook` does
  ///   not have, or a paragraph that has a row already.
  public init(_ bytes: [UInt8], path: String, codebook: Codebook) throws {
    var reader = try GoldReader(bytes, path: path, codebook: codebook)
    self.path = path
    rows = try reader.rows()
    facets = reader.facets
  }

  /// The name of the file without its folder.
  public var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
}
