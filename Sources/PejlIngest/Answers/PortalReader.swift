internal import PejlText
internal import PejlXML

/// Reads a portal's export as XML: the elements that repeat are the answers, and the elements in them the columns.
struct PortalReader: DocumentReader {
  func read(_ source: SourceFile) async throws -> ReadContent {
    let root = try XMLReader.parse(source.bytes)
    let records = Self.records(root) ?? [root]
    var table = AnswerTable(format: "xml")
    let beside = Self.beside(Set(records.map(ObjectIdentifier.init)), in: root).joined(separator: " ")
    if !beside.isEmpty { table.asides.append(("beside the answers", beside)) }
    var columns: [String: Int] = [:]
    var rows: [(number: Int, cells: [Int: String])] = []
    for (index, record) in records.enumerated() {
      var cells: [Int: String] = [:]
      for (name, text) in Self.fields(record) where !text.trimmed.isEmpty {
        let column = columns[name] ?? columns.count
        if columns.updateValue(column, forKey: name) == nil { table.header.append(name) }
        cells[column] = cells[column].map { "\($0)\n\n\(text)" } ?? text
      }
      if !cells.isEmpty { rows.append((index + 1, cells)) }
      guard table.header.count <= 500 else {
        throw refusal("unsupported", "the XML has more than 500 kinds of element in one record; save it as CSV or text")
      }
    }
    table.rows = rows.map { row in
      .init(
        number: row.number,
        cells: table.header.enumerated().map {
          AnswerTable.Cell(text: row.cells[$0.offset] ?? "", place: "\($0.element) \(row.number)")
        })
    }
    do {
      return try AnswerRows(table, source: source).content()
    } catch let error as InvalidInput where error.diagnostics.first?.code == "ingest.empty" {
      throw refusal("empty", "the XML holds no text; export it again")
    }
  }

  /// The largest group of elements of one name that stand beside one another and hold elements or attributes.
  private static func records(_ root: XMLElement) -> [XMLElement]? {
    var best: [XMLElement] = []
    var level = [root]
    for _ in 0..<6 {
      for element in level {
        let groups = Dictionary(grouping: element.elements.filter { !$0.elements.isEmpty || !$0.attributes.isEmpty }) {
          $0.name
        }
        // Of two groups alike in size the name decides, so that the same file is always read the same way.
        for (_, group) in groups.sorted(by: { $0.key < $1.key }) where group.count > max(best.count, 1) { best = group }
      }
      level = level.flatMap(\.elements)
    }
    if best.isEmpty, let only = root.elements.first, root.elements.count == 1, !only.elements.isEmpty { return [only] }
    return best.isEmpty ? nil : best
  }

  /// What stands in `element` outside all of `records`: attributes and texts by their names.
  private static func beside(_ records: Set<ObjectIdentifier>, in element: XMLElement) -> [String] {
    guard !records.contains(ObjectIdentifier(element)) else { return [] }
    let own = element.attributes.map { ($0.name, $0.value) } + [(element.name, ownText(element))]
    return own.filter { !$0.1.trimmed.isEmpty }.map { "\($0.0): \($0.1.trimmed)" }
      + element.elements.flatMap { beside(records, in: $0) }
  }

  /// The text that stands in the element itself.
  private static func ownText(_ element: XMLElement) -> String {
    element.children.compactMap { if case .text(let text) = $0, !text.trimmed.isEmpty { text.trimmed } else { nil } }
      .joined(separator: "\n\n")
  }

  /// The names and texts in a record: attributes, elements that hold no others, and text between elements by the name of what
  /// it stands in; a page within one stays a page.
  private static func fields(_ record: XMLElement) -> [(String, String)] {
    var result = record.attributes.map { ($0.name, $0.value) }
    let own = ownText(record)
    if !own.isEmpty, record.elements.allSatisfy({ pageElements.contains($0.name) }) {
      return result + [(record.name, lines(record))]
    }
    result.append((record.name, own))
    for element in record.elements {
      if element.elements.isEmpty {
        result.append((element.name, element.text))
        result += element.attributes.map { ("\(element.name)/\($0.name)", $0.value) }
      } else if element.elements.allSatisfy({ pageElements.contains($0.name) }) {
        result.append((element.name, lines(element)))
      } else {
        result += fields(element)
      }
    }
    return result
  }

  private static let pageElements: Set<String> = [
    "p", "br", "b", "i", "em", "strong", "ul", "ol", "li", "span", "div", "a",
  ]

  /// The text of a piece of a page, a paragraph to each of its elements.
  private static func lines(_ element: XMLElement) -> String {
    element.children.map { child in
      switch child {
      case .text(let text): text
      case .element(let inner):
        inner.name == "br"
          ? "\n"
          : ["p", "div", "ul", "ol"].contains(inner.name)
            ? "\n\n\(lines(inner))\n\n" : inner.name == "li" ? "\n- \(lines(inner))" : lines(inner)
      }
    }.joined()
  }
}
