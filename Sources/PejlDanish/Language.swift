/// The word lists that splitting Danish text needs; content, not code.
struct Language: Sendable {
  /// Abbreviations without their last period, in small letters.
  let abbreviations: Set<[UInt8]>
  /// Abbreviations, and words that are written as one too, after which a capital begins a sentence.
  let closingAbbreviations: Set<[UInt8]>
  /// Words that a number and a period before them are the ordinal of, even when they have a capital.
  let ordinalFollowers: Set<[UInt8]>
  /// Words that show that a hyphen before them stands for a left-out part.
  let hyphenFollowers: Set<[UInt8]>
  /// What inflection puts behind a word.
  let endings: [[UInt8]]
  /// Words that are no first part of a compound written apart.
  let neverJoined: Set<[UInt8]>

  /// Forms that the dictionary lists as words of their own, with the word that they are forms of.
  let irregularForms: [String: String]

  /// The lists that come with Pejl.
  static let danish = Language(PackageResources.language_da_txt)

  init(_ bytes: [UInt8]) {
    var lists: [String: Set<[UInt8]>] = [:]
    var current = ""
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("[") {
        current = String(line.dropFirst().dropLast())
      } else {
        lists[current, default: []].formUnion(line.split(separator: " ").map { Array($0.utf8) })
      }
    }
    abbreviations = lists["abbreviations"] ?? []
    closingAbbreviations = lists["closing-abbreviations"] ?? []
    ordinalFollowers = lists["ordinal-followers"] ?? []
    hyphenFollowers = lists["hyphen-followers"] ?? []
    endings = (lists["endings"] ?? []).sorted { $0.lexicographicallyPrecedes($1) }
    neverJoined = lists["never-joined"] ?? []
    let pairs = (lists["irregular-forms"] ?? []).map { String(decoding: $0, as: UTF8.self).split(separator: "=") }
    irregularForms = Dictionary(pairs.map { (String($0[0]), String($0[1])) }) { first, _ in first }
  }
}
