internal import PejlAnalysis
internal import PejlCodebook
internal import PejlTagging
internal import PejlText

/// What files of the whole hearing hold of one response, numbered: the same result, the same bytes.
struct FragmentNumbers {
  private let entries: Int
  private let outside: Int
  private let counted: Int

  /// A fragment.
  enum Fragment {
    /// In `themes.xml`.
    case theme(Int)
    /// A quote on the pages of a code, with the evidence of that entry of the digest.
    case entry(Int)
    /// A quote among the passages outside the strategy.
    case outside(Int)
    /// A quote among all passages that count.
    case counted(Int)
  }

  init(_ digest: ResponseDigest) {
    (entries, outside, counted) = (digest.entries.count, digest.outside.count, digest.counted.count)
  }

  /// The number of fragments in `themes.xml`: first the entries, then what is outside.
  var themes: Int { entries + outside }
  /// The number of all fragments.
  var count: Int { 2 * themes + counted }

  /// The number of a fragment.
  func number(_ fragment: Fragment) -> Int {
    switch fragment {
    case .theme(let place): place
    case .entry(let place): themes + place
    case .outside(let place): themes + entries + place
    case .counted(let place): 2 * themes + place
    }
  }

  /// The fragment of a number.
  func fragment(_ number: Int) -> Fragment {
    if number < themes { return .theme(number) }
    if number < themes + entries { return .entry(number - themes) }
    if number < 2 * themes { return .outside(number - themes - entries) }
    return .counted(number - 2 * themes)
  }
}

extension ReportEdition {
  /// How many fragments of the response at `index` files are made of.
  public func fragmentCount(ofResponse index: Int) -> Int { FragmentNumbers(context.analysis.digests[index]).count }

  /// What files are made of that hold something of the response at `index`, by the numbers of ``ReportPiece``.
  ///
  /// - Throws: when a template is missing.
  public func fragments(ofResponse index: Int) throws -> [[UInt8]] {
    let numbers = FragmentNumbers(context.analysis.digests[index])
    return try themesFragments(index) + (numbers.themes..<numbers.count).map { try quote(index, numbers.fragment($0)) }
  }

  /// One of ``fragments(ofResponse:)``.
  ///
  /// - Throws: when a template is missing.
  public func fragment(_ number: Int, ofResponse index: Int) throws -> [UInt8] {
    let fragment = FragmentNumbers(context.analysis.digests[index]).fragment(number)
    if case .theme(let place) = fragment { return try themesFragments(index)[place] }
    return try quote(index, fragment)
  }

  func themesFragments(_ index: Int) throws -> [[UInt8]] {
    try ThemesXML.fragments(context.analysis.responses[index], context.analysis.digests[index])
  }

  private func quote(_ index: Int, _ fragment: FragmentNumbers.Fragment) throws -> [UInt8] {
    let digest = context.analysis.digests[index]
    let response = context.analysis.responses[index]
    func quote(_ passage: Int, _ tag: Tag? = nil) -> Quote {
      let stances = response.passages[passage].tags(.stance).map(\.code)
      return Quote(context: context, response: index, source: response, passage: passage, tag: tag, stances: stances)
    }
    switch fragment {
    case .theme: return []
    case .entry(let place):
      let entry = digest.entries[place]
      return try renderer.quote(
        quote(entry.passage, response.passages[entry.passage].tags[entry.tag]), root: "../")
    case .outside(let place): return try renderer.quote(quote(digest.outside[place]), root: "../")
    case .counted(let place): return try renderer.quote(quote(digest.counted[place].passage), root: "")
    }
  }
}
