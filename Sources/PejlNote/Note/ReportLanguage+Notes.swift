internal import PejlReport

extension ReportLanguage {
  /// The catalogue of what only notes and quotes say.
  var noteCatalogue: [UInt8] {
    switch self {
    case .danish: PackageResources.note_da_txt
    case .english: PackageResources.note_en_txt
    }
  }
}
