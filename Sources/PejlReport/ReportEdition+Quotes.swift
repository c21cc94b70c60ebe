internal import PejlAnalysis
internal import PejlTagging
internal import PejlText

extension ReportEdition {
  /// Pages full of quotes, one or several by the number of the quotes.
  public enum QuotePages: Sendable, Hashable {
    /// What several answers share.
    case shared
    /// The passages of the code at that place in the codebook.
    case code(Int)
    /// The passages outside the strategy.
    case outside
    /// All passages that count.
    case passages
  }

  /// All of them that this report has.
  public var quotePages: [QuotePages] {
    (context.analysis.sharedTexts.isEmpty ? [] : [.shared]) + contents.indices.map { .code($0) } + [
      .outside, .passages,
    ]
  }

  /// The paths of `pages`.
  public func paths(_ pages: QuotePages) -> [String] {
    let digests = context.analysis.digests
    switch pages {
    case .shared: return context.sharedPages.paths
    case .code(let index):
      return QuoteList.paths(codePath(index), quotes: contents[index].entries.count)
    case .outside:
      return QuoteList.paths(
        context.codePaths[ReportContext.outside] ?? "", quotes: digests.reduce(0) { $0 + $1.outside.count })
    case .passages:
      return QuoteList.paths(PassagesPage.path, quotes: digests.reduce(0) { $0 + $1.account.counted })
    }
  }

  private func codePath(_ index: Int) -> String { context.codePaths[ReportContext.key(of: contents[index].code)] ?? "" }

  /// What stands around quotes, for ``pages(_:_:)``.
  ///
  /// - Throws: when a template is missing.
  public func quoteParts() throws -> QuoteParts { try QuoteParts(context, renderer) }

  /// The files of `pages`, with what stands around quotes in `parts`.
  ///
  /// - Throws: when a template is missing.
  public func pages(_ pages: QuotePages, _ parts: QuoteParts) throws -> [PiecedFile] {
    switch pages {
    case .shared:
      return try context.sharedPages.pages.indices.map { try SharedPage(context: context, index: $0).pieces(renderer) }
    case .code(let index):
      return try CodePage(context: context, contents: contents, index: index).pages(renderer, parts)
    case .outside: return try OutsidePage(context: context).pages(renderer, parts)
    case .passages: return try PassagesPage(context: context).pages(renderer, parts)
    }
  }
}
