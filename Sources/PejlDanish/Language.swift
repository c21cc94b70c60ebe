/// The word lists that splitting Danish text needs; content, not code.
struct Language: Sendable {
  /// Abbreviations without their last period, in small letters.
  let abbreviations: Set<[UInt8]>
  /// Words that show that a hyphen before them stands for a left-out part.
  let hyphenFollowers: Set<[UInt8]>

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
    hyphenFollowers = lists["hyphen-followers"] ?? []
  }
}
