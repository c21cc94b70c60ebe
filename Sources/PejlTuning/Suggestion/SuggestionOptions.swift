/// What is worth suggesting.
package struct SuggestionOptions: Sendable {
  /// The part of the suggestions that may be there by chance.
  package var falseDiscovery = 0.05
  /// Words in fewer passages of the code are not tried.
  package var leastPassages = 3
  /// The least part of the tags that a rule of the word would add that must be right.
  package var leastRight = 1.0 / 3
  /// The greatest number of words of one code, and of ideas and words of nobody's matter.
  package var limit = 5
  /// So many letters of the text are shown on each side of a word.
  package var context = 40
  /// So many lines of text are shown with a word.
  package var lines = 3

  /// The usual options.
  package init() {}
}
