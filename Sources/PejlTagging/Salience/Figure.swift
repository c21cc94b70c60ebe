internal import PejlCodebook

/// What a calibration weighs of a passage, for one code.
///
/// A figure tells how much, how densely and where a passage speaks of a code, and what else it speaks of. Its raw value is the
/// name that stands in the codebook.
enum Figure: String, CaseIterable {
  /// The sum of the weights of the code's rules that hold, at most 3.
  case score
  /// 1 when the score reaches one.
  case one
  /// 1 when the score reaches two.
  case two
  /// The score as a part of the best score in the facet.
  case share
  /// The best score of another code, at most 3.
  case rival
  /// How many codes of the facet score 0.7 or more, at most 5, when the code scores at all.
  case rivals
  /// The best score of another code of the same guidepost, at most 2.
  case kin
  /// The natural logarithm of one more than the number of rules that hold.
  case rules
  /// The natural logarithm of one more than the number of words that are evidence.
  case words
  /// The words of evidence as a part of all words, or of eight where there are fewer.
  case density
  /// The part of the sentences that hold evidence.
  case sentences
  /// 1 when the first sentence holds evidence.
  case opening
  /// The natural logarithm of two more than the number of words.
  case length
  /// 1 when the passage names the code by number or name.
  case named
  /// 1 when the passage names any code.
  case naming
  /// 1 when the passage repeats the strategy's words about the code.
  case quoted
  /// 1 when the passage is a heading.
  case heading
  /// 1 when the heading above names the code's guidepost.
  case inside
  /// 1 when the heading above names another guidepost.
  case outside
  /// The part of the sentences that frames cover.
  case frame
  /// The score of the code in the passage before, at most 2.
  case previous
  /// The score of the code in the line that leads the list in, at most 2.
  case lead

  /// All figures, made once.
  static let all = allCases

  /// The codes of which facet are figures too: what else a passage speaks of tells what it is about.
  static func beside(_ facet: Facet.ID) -> Facet.ID? {
    switch facet {
    case .strategy: .theme
    case .theme: .stance
    case .stance, .frame: nil
    }
  }

  /// The names of all figures of a facet in the order of their values.
  static func names(_ facet: Facet.ID, beside codes: (Facet.ID) -> [Code]) -> [String] {
    allCases.map(\.rawValue) + (beside(facet).map { codes($0).map { "beside:\($0.id)" } } ?? [])
  }
}
