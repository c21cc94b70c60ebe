/// What a name in a template may stand for.
package enum FieldValue: Sendable {
  case flag(Bool)
  case text(String)
  case texts([String])
  case fields(Fields)
  case list([Fields])
  /// What was rendered before.
  case markup([UInt8])
  /// A place where something is put in later.
  case gap
}

/// A type whose values templates can show.
package protocol FieldConvertible: Sendable { var fieldValue: FieldValue { get } }

/// What was rendered before, to be put in as it is.
package struct Markup: FieldConvertible {
  let bytes: [UInt8]
  package var fieldValue: FieldValue { .markup(bytes) }
}

/// A place in a page where something is put in later.
package struct Gap: FieldConvertible {
  package var fieldValue: FieldValue { .gap }
}

extension Bool: FieldConvertible { package var fieldValue: FieldValue { .flag(self) } }
extension Int: FieldConvertible { package var fieldValue: FieldValue { .text(String(self)) } }
extension Fields: FieldConvertible { package var fieldValue: FieldValue { .fields(self) } }
/// Strings come from strangers: what would break the page or turn its text around is taken out or made visible.
extension String: FieldConvertible { package var fieldValue: FieldValue { .text(ShownText.visible(self)) } }
extension Array: FieldConvertible where Element: FieldMember {
  package var fieldValue: FieldValue { Element.list(self) }
}

/// A type of which lists can be shown.
package protocol FieldMember: Sendable { static func list(_ members: [Self]) -> FieldValue }

extension String: FieldMember {
  package static func list(_ members: [String]) -> FieldValue { .texts(members.map(ShownText.visible)) }
}
extension Fields: FieldMember { package static func list(_ members: [Fields]) -> FieldValue { .list(members) } }

/// The values that a template may name.
///
/// A value that is absent is kept as false: its name would otherwise be looked for further out and show what belongs to
/// something else.
package struct Fields: ExpressibleByDictionaryLiteral, Sendable {
  /// Few and short names: to look through them costs less than to hash them.
  private var values: [(name: String, value: FieldValue)]

  package init(dictionaryLiteral elements: (String, (any FieldConvertible)?)...) {
    values = elements.map { ($0, $1?.fieldValue ?? .flag(false)) }
  }

  /// The value of a name.
  package subscript(name: String) -> FieldValue? {
    for index in values.indices where values[index].name == name { return values[index].value }
    return nil
  }

  /// These values and those of `other`, which win.
  package func merging(_ other: Fields) -> Fields {
    var result = other
    result.values += values
    return result
  }
}
