/// What makes a person's decision on a passage worth more or less.
package struct ReviewOptions: Sendable, Hashable {
  /// What an error in a theme or a stance counts beside one in the strategy.
  package var others = 0.5
  /// How much wording that stands in other passages too adds: the part that each equal passage adds.
  package var influence = 1.0
  /// The part that a passage loses when one with the same words was chosen before.
  package var diversity = 0.5

  /// The usual options.
  package init() {}
}
