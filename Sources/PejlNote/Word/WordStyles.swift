/// The styles of a template, with those of the program where it lacks one.
struct WordStyles {
  /// The part with what was added.
  let xml: String
  /// The identifiers by role.
  let names: WordStyleNames

  /// The styles in `xml`; what it lacks is taken from `own`.
  init(_ xml: String, own: String) {
    let there = Self.styles(xml)
    var ids: [String: String] = [:]
    for style in there where ids[style.name] == nil { ids[style.name] = style.id }
    var added = ""
    for style in Self.styles(own) where ids[style.name] == nil {
      ids[style.name] = style.id
      added += style.xml
    }
    let end = xml.lastIndex(of: "<") ?? xml.endIndex
    self.xml = xml[..<end] + added + xml[end...]
    names = WordStyleNames(ids)
  }

  private static func styles(_ xml: String) -> [(id: String, name: String, xml: String)] {
    let tokens = MarkupTokens(xml).tokens
    var result: [(id: String, name: String, xml: String)] = []
    var start: Int?
    var id = ""
    var name = ""
    for (index, token) in tokens.enumerated() {
      switch token {
      case .start("w:style", false, let raw):
        start = index
        id = MarkupTokens.attribute("w:styleId", in: raw) ?? ""
        name = ""
      case .start("w:name", _, let raw): if start != nil { name = MarkupTokens.attribute("w:val", in: raw) ?? "" }
      case .end("w:style", _):
        if let first = start { result.append((id, name.lowercased(), MarkupTokens.xml(tokens[first...index]))) }
        start = nil
      default: break
      }
    }
    return result
  }
}
