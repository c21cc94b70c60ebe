/// A number for each of some forms, in a flat array: half the forms that a lexicon meets have one.
package struct NumbersByForm: Sendable {
  private var numbers: [Int32] = []
  private static let none: Int32 = -1

  /// No numbers yet.
  package init() {}

  /// The number of the form, which is not negative; nil where there is none.
  package subscript(form: Int) -> Int? {
    get { form < numbers.count && numbers[form] != Self.none ? Int(numbers[form]) : nil }
    set {
      if form >= numbers.count {
        numbers.append(contentsOf: repeatElement(Self.none, count: form + 1 - numbers.count + numbers.count / 2))
      }
      numbers[form] = newValue.map(Int32.init) ?? Self.none
    }
  }
}
