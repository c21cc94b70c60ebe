/// An element of a parsed document, as a value tree that no longer needs the C library.
public final class XMLElement: Sendable {
  /// The name without prefix.
  public let name: String
  /// The namespace, if it has one.
  public let namespace: String?
  /// The attributes in document order; names without prefix.
  public let attributes: [(name: String, value: String)]
  /// Elements and text in document order.
  public let children: [XMLNode]
  /// The line of the start tag, from 1; libxml2 stops counting at 65,535.
  public let line: Int

  init(
    name: String, namespace: String?, attributes: [(name: String, value: String)], children: [XMLNode], line: Int
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.children = children
    self.line = line
  }

  /// The value of the first attribute of that name.
  public subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  /// The child elements in document order.
  public var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The child elements of that name.
  public func elements(_ name: String) -> [XMLElement] { elements.filter { $0.name == name } }
  /// The first child element of that name.
  public func first(_ name: String) -> XMLElement? { elements.first { $0.name == name } }

  /// All text inside the element, put together.
  public var text: String {
    var result = ""
    collectText(into: &result)
    return result
  }

  /// The text with white space at the ends cut and inside folded to single blanks.
  public var foldedText: String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func collectText(into result: inout String) {
    for child in children {
      switch child {
      case .text(let text): result += text
      case .element(let element): element.collectText(into: &result)
      }
    }
  }
}

/// A child of an element.
public enum XMLNode: Sendable {
  /// An element.
  case element(XMLElement)
  /// Character data.
  case text(String)
}
