/// The styles that a note uses, by what they are for.
enum WordRole: String, Sendable, CaseIterable {
  case title, heading1, heading2, heading3, body, remark, quote, source, cell, cellStrong, cellSource, room, table,
    contents1,
    contents2, contents3, caption

  /// The name by which Word knows the style in every language; the identifier differs from template to template.
  var name: String {
    switch self {
    case .title: "title"
    case .heading1: "heading 1"
    case .heading2: "heading 2"
    case .heading3: "heading 3"
    case .body: "normal"
    case .contents1: "toc 1"
    case .contents2: "toc 2"
    case .contents3: "toc 3"
    case .remark: "pejl remark"
    case .quote: "pejl quote"
    case .source: "pejl source"
    case .cell: "pejl cell"
    case .cellStrong: "pejl cell strong"
    case .cellSource: "pejl cell source"
    case .room: "pejl room"
    case .table: "pejl table"
    case .caption: "pejl caption"
    }
  }
}

/// The identifiers of the styles in one document.
struct WordStyleNames: Sendable {
  private let ids: [WordRole: String]

  /// The styles by their names in small letters.
  init(_ idOfName: [String: String]) {
    var ids: [WordRole: String] = [:]
    for role in WordRole.allCases { ids[role] = idOfName[role.name] }
    self.ids = ids
  }

  /// The identifier of a style, or nil when the document lacks it.
  subscript(role: WordRole) -> String? { ids[role] }
}
