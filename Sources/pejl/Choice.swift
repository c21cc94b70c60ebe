internal import ArgumentParser

/// A value of a library's type that the user names.
enum Choice {
  /// The value that is named `name`.
  ///
  /// - Throws: an error that lists the names that there are.
  static func named<Value: RawRepresentable & CaseIterable>(_ name: String) throws -> Value
  where Value.RawValue == String {
    guard let value = Value(rawValue: name) else {
      throw ValidationError(
        "There is no \"\(name)\"; choose \(Value.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return value
  }
}
