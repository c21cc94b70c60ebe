internal import PejlAnalysis
internal import PejlReport

/// The words of notes and quotes, and what marks the statements that notes set apart; all of it stands in the catalogue.
struct NoteWords: Sendable {
  /// Beginnings of words, or phrases of them, in small letters.
  struct Phrases: Sendable {
    private let phrases: [[String]]

    init(_ text: String) {
      phrases = text.split(separator: ",").map { phrase in phrase.split(separator: " ").map { $0.lowercased() } }
    }

    /// Whether words of `text` one after another begin as the words of a phrase do; white space and signs do not matter.
    func isIn(_ text: String) -> Bool {
      let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
      return phrases.contains { phrase in
        guard words.count >= phrase.count, !phrase.isEmpty else { return false }
        return (0...(words.count - phrase.count)).contains { start in
          phrase.indices.allSatisfy { words[start + $0].hasPrefix(phrase[$0]) }
        }
      }
    }
  }

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

  /// Reads the catalogues, which are part of the program.
  init() throws {
    words = try Words(adding: PackageResources.note_da_txt, name: "note.da.txt")
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

  subscript(key: String) -> String { words[key] }

  /// A small number in letters, any other in digits.
  func spelled(_ number: Int) -> String { words.text("number.word.\(number)") ?? words.number(number) }
}
