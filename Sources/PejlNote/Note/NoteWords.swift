internal import PejlAnalysis
internal import PejlReport

/// The words of notes and quotes, and what marks the statements that notes set apart; all of it stands in the catalogue.
struct NoteWords: Sendable {
  /// Beginnings of words, or phrases of them, in small letters.
  struct Phrases: Sendable {
    private struct Phrase {
      let words: [String]
      /// The longest run of ASCII letters in the words: a text without it, which most are, does not have the phrase.
      let sign: [UInt8]

      init(_ text: Substring) {
        words = text.split(separator: " ").map { $0.lowercased() }
        let runs = words.flatMap { $0.utf8.split { !(0x61...0x7A ~= $0) } }
        sign = runs.max { $0.count < $1.count }.map { Array($0) } ?? []
      }
    }

    private let phrases: [Phrase]

    init(_ text: String) { phrases = text.split(separator: ",").map(Phrase.init) }

    /// Whether words of `text` one after another begin as the words of a phrase do; white space and signs do not matter.
    func isIn(_ text: String) -> Bool {
      var text = text.lowercased()
      let possible = text.withUTF8 { bytes in phrases.filter { Self.stands($0.sign, in: bytes) } }
      guard !possible.isEmpty else { return false }
      let words = text.split { !$0.isLetter && !$0.isNumber }
      return possible.contains { phrase in
        let phrase = phrase.words
        guard words.count >= phrase.count, !phrase.isEmpty else { return false }
        return (0...(words.count - phrase.count)).contains { start in
          phrase.indices.allSatisfy { words[start + $0].hasPrefix(phrase[$0]) }
        }
      }
    }

    private static func stands(_ sign: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      guard let first = sign.first else { return true }
      guard bytes.count >= sign.count else { return false }
      for start in 0...(bytes.count - sign.count) where bytes[start] == first {
        var place = 1
        while place < sign.count, bytes[start + place] == sign[place] { place += 1 }
        if place == sign.count { return true }
      }
      return false
    }
  }

  /// The language of the catalogue.
  let language: ReportLanguage
  /// The catalogue of pages with that of notes.
  let words: Words
  /// The code of the stance of who proposes.
  let proposal: String
  /// The code of the stance of who asks.
  let question: String
  /// What an answer without remarks says.
  let noRemarks: Phrases
  /// What a statement of a minority says.
  let minority: Phrases
  /// What a proposal says that wants the strategy's own words changed.
  let wording: Phrases

  /// The catalogues of a language, which are part of the program.
  ///
  /// - Parameter language: what the note is written in; the answers are told apart by their own language.
  /// - Throws: what is wrong with a catalogue.
  init(_ language: ReportLanguage = .danish) throws {
    self.language = language
    words = try Words(
      language, adding: language.noteCatalogue + PackageResources.answers_da_txt,
      name: "note.\(language.rawValue).txt and answers.da.txt")
    proposal = words["stance.proposal"]
    question = words["stance.question"]
    noRemarks = Phrases(words["phrases.no-remarks"])
    minority = Phrases(words["phrases.minority"])
    wording = Phrases(words["phrases.wording"])
  }

  /// The figures with the ways to say them.
  func context(_ analysis: Analysis) -> ReportContext {
    ReportContext(analysis: analysis, method: ReportMethod(version: "", codebookHashes: []), words: words)
  }

  /// What is to be said of personal data, where some was found.
  func privacy(_ privacy: ReportPrivacy?) -> String? {
    guard let privacy, !privacy.counts.isEmpty else { return nil }
    if privacy.isPublished {
      let count = words.count(privacy.masked, "privacy.masked")
      return privacy.masked == 0 ? nil : words.filled("privacy.published", ["count": count])
    }
    guard privacy.open > 0 else { return words["privacy.decided"] }
    let kinds = privacy.counts.filter { $0.open > 0 }.map { words.count($0.open, "privacy.\($0.kind)") }
    return words.filled(
      "privacy.working", ["count": words.count(privacy.open, "privacy.open"), "kinds": words.list(kinds)])
  }

  subscript(key: String) -> String { words[key] }

  /// A verbatim text in the quotation marks of the language.
  func quoted(_ text: String) -> String { words["quote.open"] + text + words["quote.close"] }

  /// The key of each placeholder by its name in any language, so that a template goes with notes in all of them.
  static func placeholders() throws -> [String: String] {
    var keys: [String: String] = [:]
    for language in ReportLanguage.allCases {
      let words = try NoteWords(language).words
      for key in words.keys where key.hasPrefix("placeholder.") {
        keys[words[key]] = String(key.dropFirst("placeholder.".count))
      }
    }
    return keys
  }

  /// A small number in letters, any other in digits.
  func spelled(_ number: Int) -> String { words.text("number.word.\(number)") ?? words.number(number) }
}
