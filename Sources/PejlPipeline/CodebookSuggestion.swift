package import PejlAnalysis
internal import PejlCodebook
internal import PejlDanish
public import PejlHearing
public import PejlTagging
internal import PejlText
package import PejlTuning

/// Proposes words and rules for a codebook from coded passages.
public struct CodebookSuggestion: Sendable {
  private let compiled: CompiledCodebook
  private let hearing: Hearing

  /// Where a thesaurus may lie, without the ends of its two files; the first that is there is taken.
  public static let thesaurusPaths = ["/usr/share/mythes/th_da_DK_v2", "/usr/share/mythes/th_da_DK"]

  /// Suggestions for `compiled`.
  public init(_ compiled: CompiledCodebook, hearing: Hearing = Hearing(id: "")) {
    self.compiled = compiled
    self.hearing = hearing
  }

  /// What `golds` suggest for `codes`, or for all that were coded.
  ///
  /// - Throws: ``InvalidInput`` when a paragraph or a code is not there, or a thesaurus cannot be read.
  package func suggest(
    _ golds: [GoldFile], inputs: [Pipeline.Input], codes: Set<String>? = nil, thesaurus: String? = nil,
    options: SuggestionOptions = SuggestionOptions()
  ) async throws -> Suggestions {
    let coded = Set(golds.flatMap(\.facets))
    let names = compiled.codebook.facets.filter { coded.contains($0.id) }.flatMap(\.codes).map(\.id)
    if let unknown = codes?.subtracting(names).sorted().first {
      throw InvalidInput(
        code: "suggest.code", "no coded facet has the code \"\(unknown)\"; --code names one of the codebook",
        path: compiled.codebook.sources.first?.path)
    }
    let paragraphs = try await GoldTagger(compiled: compiled, hearing: hearing).tag(golds, inputs: inputs)
    return try suggest(paragraphs, codes: codes, thesaurus: thesaurus, options: options)
  }

  /// What `paragraphs` suggest for `codes`; the thesaurus is the installed one unless another is named.
  ///
  /// - Throws: ``InvalidInput`` when a thesaurus cannot be read.
  package func suggest(
    _ paragraphs: [CodedParagraph], codes: Set<String>? = nil, thesaurus: String? = nil,
    options: SuggestionOptions = SuggestionOptions()
  ) throws -> Suggestions {
    let path = thesaurus ?? Self.thesaurusPaths.first { Files.kind("\($0).idx") == .file }
    let read = try path.map {
      try Thesaurus(index: Files.read("\($0).idx"), data: Files.read("\($0).dat"), path: "\($0).idx")
    }
    let suggester = Suggester(compiled, lexicon: try Lexicon(), thesaurus: read, options: options)
    return suggester.suggest(paragraphs, codes: codes)
  }
}
