/// A word that is more frequent in one set of passages than in another.
public struct TellingWord: Sendable, Hashable {
  /// The word as it mostly stands.
  public let word: String
  /// How often it stands in the set.
  public let count: Int
  /// In how many passages of the set it stands.
  public let passages: Int
  /// The log-likelihood ratio (Dunning 1993) against the other set; larger is more telling.
  public let keyness: Double
}
