public import PejlText

/// Finds personal data in texts; it takes too much rather than too little, because a person decides on each finding.
///
/// It works on bytes, and on the word lists of a language. It never reads a clock: a birthday may lie in any year that a
/// number can name.
public struct PrivacyScanner: Sendable {
  let words: PrivacyWords

  /// A scanner with the word lists that come with Pejl.
  public init() { words = .danish }

  /// All findings in `text`, by place, then by kind; findings of different kinds may overlap.
  public func scan(_ text: UTF8Text) -> [PrivacyFinding] {
    let numbers = NumberText(text.bytes)
    let surroundings = Surroundings(bytes: text.bytes, words: words)
    let accounts = AccountFinder(text: numbers, surroundings: surroundings).find()
    let persons = CPRFinder(text: numbers, surroundings: surroundings, accounts: accounts).find()
    let taken = (accounts + persons).map(\.span)
    let phones = PhoneFinder(text: numbers, surroundings: surroundings, taken: taken).find()
    let mails = MailFinder(bytes: text.bytes, words: words).find()
    let tokens = WordTokens(text.bytes)
    let addresses = AddressFinder(tokens: tokens, words: words).find()
    let names = NameFinder(tokens: tokens, words: words).find()
    return (accounts + persons + phones + mails + addresses + names).sorted {
      ($0.span, $0.kind) < ($1.span, $1.kind)
    }
  }

  /// The personal numbers in `text`, by place, without the time that names and addresses take.
  public func personalNumbers(_ text: UTF8Text) -> [PrivacyFinding] {
    let numbers = NumberText(text.bytes)
    let surroundings = Surroundings(bytes: text.bytes, words: words)
    let accounts = AccountFinder(text: numbers, surroundings: surroundings).find()
    let persons = CPRFinder(text: numbers, surroundings: surroundings, accounts: accounts).find()
    return persons.filter { $0.kind == .cpr }.sorted { $0.span < $1.span }
  }

  /// All findings in a short text, such as a title or the name of a file.
  public func scan(_ text: String) -> [PrivacyFinding] { scan(UTF8Text(text)) }
}
