internal import PejlText
internal import PejlXML

/// Reads a portal's export as XLSX, after ECMA-376: one row one answer, on any of its sheets.
struct SpreadsheetReader: DocumentReader {
  func read(_ source: SourceFile) async throws -> ReadContent {
    let archive = try ZipArchive(source.bytes, limits: source.limits)
    guard let book = try part("xl/workbook.xml", archive) else {
      throw refusal("damaged", "the file has no xl/workbook.xml; open it in a spreadsheet and save it again")
    }
    let strings = try part("xl/sharedStrings.xml", archive)?.elements("si").map(Self.text) ?? []
    let targets = try relations(archive)
    var content = ReadContent()
    var read: [(sheet: String, content: ReadContent)] = []
    for sheet in book.first("sheets")?.elements("sheet") ?? [] {
      let name = SourceFile.safe(sheet["name"] ?? "sheet")
      guard let target = sheet["id"].flatMap({ targets[$0] }), let root = try part(target, archive) else { continue }
      do {
        guard let table = SheetTable.table(root, strings: strings) else { continue }
        guard sheet["state"] == nil || sheet["state"] == "visible" else {
          throw refusal("hidden-sheet", "the sheet \"\(name)\" is hidden and was not read; show it if it holds answers")
        }
        read.append((name, try AnswerRows(table, source: source).content()))
      } catch let error as InvalidInput {
        content.refusals += error.diagnostics.map { finding in
          var finding = finding
          finding.path = "\(source.name)/\(name)"
          return finding
        }
      }
    }
    Self.join(read, into: &content, source: source)
    guard !content.answers.isEmpty || !content.refusals.isEmpty else {
      throw refusal("empty", "no sheet holds a table; export it again, or save the answer as PDF or text")
    }
    // A file that is no table of answers at all is refused as a whole.
    if content.answers.isEmpty, content.refusals.count == 1, let only = content.refusals.first {
      throw InvalidInput(code: only.code, only.message)
    }
    return content
  }

  /// The answers of all sheets; where several hold some, their names keep them apart.
  private static func join(
    _ read: [(sheet: String, content: ReadContent)], into content: inout ReadContent, source: SourceFile
  ) {
    for (sheet, found) in read {
      content.answers += found.answers.map { answer in
        guard read.count > 1 else { return answer }
        return Answer(
          name: "\(sheet)/\(answer.name)", key: "\(sheet) \(answer.key)", document: answer.document,
          sha256: answer.sha256)
      }
      content.refusals += found.refusals
    }
  }

  private func part(_ name: String, _ archive: ZipArchive) throws -> XMLElement? {
    try archive.read(name).map { try XMLReader.parse($0, path: name) }
  }

  private func relations(_ archive: ZipArchive) throws -> [String: String] {
    var result: [String: String] = [:]
    for element in try part("xl/_rels/workbook.xml.rels", archive)?.elements ?? [] {
      guard let id = element["Id"], let target = element["Target"], element["TargetMode"] != "External" else {
        continue
      }
      result[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
    }
    return result
  }

  /// The text of a shared or inline string: runs put together, without the readings of Japanese words.
  static func text(_ element: XMLElement) -> String {
    element.elements.map { child in
      switch child.name {
      case "t": child.text
      case "r": child.elements("t").map(\.text).joined()
      default: ""
      }
    }.joined()
  }
}
