/// A language that pages can be written in; the titles of the codebook and the texts of the answers stay as they are.
public enum ReportLanguage: String, Sendable, CaseIterable {
  /// Danish.
  case danish = "da"
  /// English.
  case english = "en"

  /// The catalogue of the words.
  var catalogue: [UInt8] {
    switch self {
    case .danish: PackageResources.words_da_txt
    case .english: PackageResources.words_en_txt
    }
  }
}
