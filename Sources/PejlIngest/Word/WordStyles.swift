internal import PejlXML

/// The names that word processors give to styles.
enum StyleNames {
  static let phrases = PhraseList(PackageResources.word_styles_txt)

  /// Whether the name, with its digits as `#`, stands in the section.
  static func contains(_ name: String, in section: String) -> Bool {
    let folded = fold(name)
    return phrases[section].contains { fold($0) == folded }
  }

  /// The rank of a heading style, or nil for any other.
  static func headingLevel(_ name: String) -> Int? {
    if contains(name, in: "heading") { return name.last?.wholeNumberValue.map { max($0, 1) } }
    if contains(name, in: "title") { return 1 }
    if contains(name, in: "subtitle") { return 2 }
    return nil
  }

  private static func fold(_ name: String) -> String {
    String(name.lowercased().filter { !$0.isWhitespace && $0 != "_" }.map { $0.isNumber ? "#" : $0 })
  }
}

/// What the styles of a DOCX say of headings, lists and hidden text.
struct WordStyles {
  private struct Style {
    var name: String
    var parent: String?
    var outline: Int?
    var list: (id: String?, depth: Int?)?
    var isHidden: Bool?
    var isBold: Bool?
  }

  private var styles: [String: Style] = [:]

  init(_ root: XMLElement?) {
    for element in root?.elements("style") ?? [] {
      guard let id = element["styleId"] else { continue }
      let paragraph = element.first("pPr")
      let run = element.first("rPr")
      styles[id] = Style(
        name: element.first("name")?["val"] ?? id, parent: element.first("basedOn")?["val"],
        outline: paragraph?.first("outlineLvl")?["val"].flatMap { Int($0) },
        list: paragraph?.first("numPr").map {
          ($0.first("numId")?["val"], $0.first("ilvl")?["val"].flatMap { Int($0) })
        },
        isHidden: run?.first("vanish").map(Self.isOn), isBold: run?.first("b").map(Self.isOn))
    }
  }

  /// Whether a switch such as `w:b` is on.
  static func isOn(_ element: XMLElement) -> Bool { !["0", "false", "off"].contains(element["val"] ?? "1") }

  /// The style and those that it is based on, nearest first.
  private func chain(_ id: String?) -> [Style] {
    var result: [Style] = []
    var next = id
    while let id = next, let style = styles[id], result.count < 20 {
      result.append(style)
      next = style.parent
    }
    return result
  }

  /// The rank of the headings in this style, or nil when it is none.
  func headingLevel(_ id: String?) -> Int? {
    guard let id else { return nil }
    let chain = chain(id)
    if chain.isEmpty { return StyleNames.headingLevel(id) }
    for style in chain {
      if let level = StyleNames.headingLevel(style.name) { return level }
      if let outline = style.outline { return outline < 9 ? outline + 1 : nil }
    }
    return nil
  }

  /// Whether the style is that of a table of contents.
  func isContents(_ id: String?) -> Bool {
    guard let id else { return false }
    return (chain(id).map(\.name) + [id]).contains { StyleNames.contains($0, in: "contents") }
  }

  /// The list that the style puts its paragraphs in.
  func list(_ id: String?) -> (id: String, depth: Int)? {
    let lists = chain(id).compactMap(\.list)
    guard let list = lists.first(where: { $0.id != nil })?.id else { return nil }
    return (list, lists.first { $0.depth != nil }?.depth ?? 0)
  }

  /// Whether the style hides its text.
  func isHidden(_ id: String?) -> Bool { chain(id).compactMap(\.isHidden).first ?? false }
  /// Whether the style is bold.
  func isBold(_ id: String?) -> Bool { chain(id).compactMap(\.isBold).first ?? false }
}
