internal import CHunspell
internal import Glibc
internal import PejlText

/// The Danish dictionary of hunspell: stems and spelling. Not thread-safe; each worker opens its own.
final class SpellingDictionary {
  private let handle: OpaquePointer

  /// Where Debian's package puts the dictionary.
  static let folder = "/usr/share/hunspell"

  /// Opens the dictionary of `language`.
  ///
  /// - Throws: ``InvalidInput`` when it is not installed, with the package that holds it.
  init(language: String, folder: String = SpellingDictionary.folder) throws {
    let base = "\(folder)/\(language)"
    guard access("\(base).aff", R_OK) == 0, access("\(base).dic", R_OK) == 0,
      let handle = Hunspell_create("\(base).aff", "\(base).dic")
    else {
      throw InvalidInput(
        code: "danish.dictionary", "the dictionary \(base).dic cannot be read; install the package hunspell-da",
        path: "\(base).dic")
    }
    self.handle = handle
  }

  deinit { Hunspell_destroy(handle) }

  /// The dictionary forms of `word`; of a compound, those of its last part.
  func stems(_ word: String) -> [String] {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    let count = Hunspell_stem(handle, &list, word)
    defer { Hunspell_free_list(handle, &list, count) }
    return (0..<Int(count)).compactMap { list?[$0].map { String(cString: $0) } }
  }

  /// Whether the dictionary knows `word`.
  func knows(_ word: String) -> Bool { Hunspell_spell(handle, word) != 0 }
}
