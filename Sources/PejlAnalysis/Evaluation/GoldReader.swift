internal import PejlCodebook
internal import PejlText

/// Reads the rows of a gold file and collects everything that is wrong with them.
struct GoldReader {
  private let path: String
  private let codebook: Codebook
  private let lines: [Substring]
  private let columns: [String: Int]
  private let width: Int
  private var findings: [Diagnostic] = []
  private var seen: [String: Int] = [:]

  /// Reads the header.
  init(_ bytes: [UInt8], path: String, codebook: Codebook) throws {
    self.path = path
    self.codebook = codebook
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw InvalidInput(code: "gold.encoding", "this is not UTF-8; save the file as UTF-8 text", path: path)
    }
    let unmarked = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    lines = unmarked.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    guard lines.contains(where: { !$0.isEmpty }) else {
      throw InvalidInput(
        code: "gold.empty", "the file is empty; it needs a header and one row for each coded paragraph", path: path,
        line: 1)
    }
    let header = lines[0].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    width = header.count
    columns = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
    if let problem = Self.problem(header) {
      throw InvalidInput(code: "gold.header", problem, path: path, line: 1)
    }
  }

  /// The facets that have a column.
  var facets: [Facet.ID] { GoldFile.codable.filter { columns[$0.rawValue] != nil } }

  /// The rows; all that is wrong is thrown at once.
  mutating func rows() throws -> [GoldFile.Row] {
    var rows: [GoldFile.Row] = []
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      if let row = row(line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init), index + 1) {
        rows.append(row)
      }
    }
    guard findings.isEmpty else { throw InvalidInput(findings) }
    guard !rows.isEmpty else {
      throw InvalidInput(
        code: "gold.empty", "only the header stands here; add one row for each coded paragraph", path: path, line: 1)
    }
    return rows
  }

  /// What is wrong with the header, if anything is.
  private static func problem(_ header: [String]) -> String? {
    let names = Set(header)
    let coding = GoldFile.codable.map(\.rawValue)
    let form =
      "the first line must name the columns, with tabs between them: at least one of \(coding.joined(separator: ", ")), "
      + "and text, or file with paragraph or begins"
    if names.isDisjoint(with: coding) { return form }
    guard names.contains("text") || names.contains("file") else { return form }
    guard names.contains("text") || names.contains("paragraph") || names.contains("begins") else {
      return "the column file says where to look, but not for what; add a column paragraph or begins"
    }
    let twice = header.first { name in header.count { $0 == name } > 1 }
    return twice.map { "the column \"\($0)\" stands here twice; take one away" }
  }

  private mutating func row(_ cells: [String], _ line: Int) -> GoldFile.Row? {
    guard cells.count == width else {
      problem("row", "\(cells.count) columns stand here, the header names \(width); mend the tabs", line)
      return nil
    }
    func cell(_ name: String) -> String? { columns[name].map { cells[$0] } }
    let text = cell("text")
    let file = text == nil ? cell("file") : nil
    for (name, content) in [("text", text), ("file", file), ("begins", file == nil ? nil : cell("begins"))]
    where content?.allSatisfy(\.isWhitespace) == true {
      problem("row", "the column \(name) is empty; a row must say which paragraph it speaks of", line)
    }
    let paragraph = cell("paragraph").flatMap { Int($0) }
    if file != nil, let number = cell("paragraph"), paragraph ?? 0 < 1 {
      problem("row", "the paragraph \"\(number)\" is no number from 1", line)
    }
    let begins = file == nil ? nil : cell("begins")
    let place = file.map { file in "\(file) \(paragraph.map { String($0) } ?? begins ?? "")" }
    let name = cell("id") ?? place ?? text ?? ""
    let row = GoldFile.Row(
      line: line, name: name, file: file, paragraph: paragraph, begins: begins, text: text,
      author: cell("author"),
      codes: Dictionary(uniqueKeysWithValues: facets.map { ($0, codes(cell($0.rawValue) ?? "", $0, line)) }))
    if let first = seen[name] {
      problem(
        "duplicate", "a row for \"\(row.shortName)\" stands already in line \(first); take one of them away", line)
    }
    seen[name] = seen[name] ?? line
    return row
  }

  private mutating func codes(_ cell: String, _ facet: Facet.ID, _ line: Int) -> Set<String> {
    let names = cell.split(separator: ";").map { name in
      String(name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }.filter { $0 != "-" && !$0.isEmpty }
    for name in names where codebook.code(name, in: facet) == nil {
      let other = GoldFile.codable.first { codebook.code(name, in: $0) != nil }
      let known = codebook.codes(facet).map(\.id).joined(separator: ", ")
      let remedy =
        other.map { "it belongs into the column \($0.rawValue)" } ?? "write one of \(known), with ; between them"
      problem(
        "code", "the codebook \"\(codebook.id)\" has no code \"\(name)\" in the facet \(facet.rawValue); \(remedy)",
        line)
    }
    return Set(names)
  }

  private mutating func problem(_ code: String, _ message: String, _ line: Int) {
    findings.append(Diagnostic(.error, code: "gold.\(code)", message, path: path, line: line))
  }
}
