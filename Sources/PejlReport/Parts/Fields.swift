internal import Mustache

/// The values that a template may name.
///
/// A value that is absent is kept as `false`: mustache would otherwise look for its name further out and show what belongs
/// to something else.
package struct Fields: MustacheParent, ExpressibleByDictionaryLiteral {
  private var values: [String: Any] = [:]

  package init(dictionaryLiteral elements: (String, Any?)...) {
    for (name, value) in elements { values[name] = Self.shown(value) }
  }

  /// The value of a name.
  package func child(named name: String) -> Any? { values[name] }

  /// These values and those of `other`, which win.
  package func merging(_ other: Fields) -> Fields {
    var result = self
    result.values.merge(other.values) { $1 }
    return result
  }

  /// Strings come from strangers: what would break the page or turn its text around is taken out or made visible.
  private static func shown(_ value: Any?) -> Any {
    switch value {
    case .none: false
    case let text as String: ShownText.visible(text)
    case let texts as [String]: texts.map(ShownText.visible)
    case .some(let other): other
    }
  }
}
