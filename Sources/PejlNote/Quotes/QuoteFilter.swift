package import PejlCodebook
package import PejlHearing
internal import PejlReport
internal import PejlTagging
internal import PejlText

/// Which passages a list of quotes holds. Several values of one sort mean any of them, several sorts mean all of them.
public struct QuoteFilter: Sendable, Hashable {
  /// Codes of strategy or theme; a guidepost stands for its objectives too.
  public let codes: [String]
  /// Codes of the facet stance.
  public let stances: [String]
  /// Sorts of respondent, by the words of the catalogue or by the names in results.
  public let kinds: [String]

  /// A filter; what is empty lets everything through.
  public init(codes: [String] = [], stances: [String] = [], kinds: [String] = []) {
    self.codes = codes
    self.stances = stances
    self.kinds = kinds
  }

  /// The filter in terms of the codebook.
  package struct Resolved {
    package let codes: Set<String>
    package let stances: Set<String>
    package let kinds: Set<Respondent.Kind>

    func holds(_ passage: TaggedPassage, of response: TaggedResponse) -> Bool {
      (codes.isEmpty
        || passage.tags.contains { ($0.facet == .strategy || $0.facet == .theme) && codes.contains($0.code) })
        && (stances.isEmpty || passage.tags.contains { $0.facet == .stance && stances.contains($0.code) })
        && (kinds.isEmpty || kinds.contains(response.respondent.kind))
    }
  }

  /// Looks the names up.
  ///
  /// - Throws: ``InvalidInput`` that names what is unknown and lists what is known.
  package func resolved(_ book: CodebookSummary) throws -> Resolved { try resolved(book, NoteWords(.danish)) }

  /// Looks the names up, those of respondents in `words`.
  func resolved(_ book: CodebookSummary, _ words: NoteWords) throws -> Resolved {
    let known = book.codes(.strategy) + book.codes(.theme)
    var wanted: Set<String> = []
    for code in codes {
      guard known.contains(where: { $0.id == code }) else {
        throw Self.unknown("code", code, known.map(\.id))
      }
      wanted.formUnion([code] + known.filter { $0.parent == code }.map(\.id))
    }
    for stance in stances where book.code(stance, in: .stance) == nil {
      throw Self.unknown("stance", stance, book.codes(.stance).map(\.id))
    }
    let catalogues = try [words] + ReportLanguage.allCases.map(NoteWords.init)
    let names = Respondent.Kind.allCases.map { kind in
      (kind: kind, names: catalogues.map { $0["quotes.kind.\(kind.rawValue)"] } + [kind.rawValue])
    }
    let kinds = try self.kinds.map { name in
      guard let found = names.first(where: { $0.names.contains { $0.lowercased() == name.lowercased() } }) else {
        throw Self.unknown("respondent kind", name, names.map { $0.names[0] })
      }
      return found.kind
    }
    return Resolved(codes: wanted, stances: Set(stances), kinds: Set(kinds))
  }

  private static func unknown(_ what: String, _ name: String, _ known: [String]) -> InvalidInput {
    InvalidInput(
      code: "quotes.unknown", "there is no \(what) \"\(name)\"; known are \(known.joined(separator: ", "))")
  }
}
