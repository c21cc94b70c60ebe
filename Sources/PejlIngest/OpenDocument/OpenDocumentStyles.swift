internal import PejlXML

/// What the styles of an ODT say of headings, page breaks, and hidden or bold text.
struct OpenDocumentStyles {
  private struct Style {
    var name: String
    var parent: String?
    var outline: Int?
    var isHidden: Bool?
    var isBold: Bool?
    var breaksPage: Bool
  }

  /// The styles by family and name: a paragraph's and a word's may be named alike.
  private var styles: [String: Style] = [:]

  init(_ roots: [XMLElement]) {
    for root in roots {
      for group in root.elements where group.name == "styles" || group.name == "automatic-styles" {
        for element in group.elements("style") { add(element) }
      }
    }
  }

  private mutating func add(_ element: XMLElement) {
    guard let name = element["name"], let family = element["family"] else { return }
    let text = element.first("text-properties")
    let paragraph = element.first("paragraph-properties")
    styles["\(family) \(name)"] = Style(
      name: element["display-name"] ?? name.replacing("_20_", with: " "), parent: element["parent-style-name"],
      outline: element["default-outline-level"].flatMap { Int($0) },
      isHidden: text?["display"].map { $0 == "none" }, isBold: text?["font-weight"].map { $0 == "bold" },
      breaksPage: paragraph?["break-before"] == "page" || element["master-page-name"]?.nonEmpty != nil)
  }

  private func chain(_ family: String, _ name: String?) -> [Style] {
    var result: [Style] = []
    var next = name
    while let name = next, let style = styles["\(family) \(name)"], result.count < 20 {
      result.append(style)
      next = style.parent
    }
    return result
  }

  /// The rank of headings in this paragraph style, or nil when it is none.
  func headingLevel(_ name: String?) -> Int? {
    for style in chain("paragraph", name) {
      if let level = style.outline, level > 0 { return level }
      if let level = StyleNames.headingLevel(style.name) { return level }
    }
    return nil
  }

  func isHidden(_ family: String, _ name: String?) -> Bool? { chain(family, name).compactMap(\.isHidden).first }
  func isBold(_ family: String, _ name: String?) -> Bool? { chain(family, name).compactMap(\.isBold).first }
  /// Whether a paragraph in this style begins a page.
  func breaksPage(_ name: String?) -> Bool { chain("paragraph", name).first?.breaksPage ?? false }
}
