internal import PejlDanish
internal import PejlTagging
public import PejlText
internal import PejlXML

/// A draft of a codebook, written after a strategy: its codes, and first rules made of its own words, each tried on them.
public struct CodebookDraft: Sendable {
  /// The parts of the strategy.
  public let outline: StrategyOutline
  /// The draft as XML that the codebook reader accepts.
  public let bytes: [UInt8]
  /// How many rules it has of the strategy's own words.
  public let ruleCount: Int
  /// What a person must look at, in the language of the draft.
  public let doubts: [String]

  /// The draft after the strategy `document`; the comment at its top calls the file `name`.
  ///
  /// - Throws: ``InvalidInput`` when the document has no guideposts and no objectives that can be told, or the dictionary
  ///   is not installed.
  public init(_ document: Document, name: String) throws {
    let outline = OutlineReader().read(document)
    guard !outline.guideposts.isEmpty else { throw Self.noGoals(outline, name: name) }
    let lexicon = try Lexicon()
    let codes = DraftCodes(outline)
    var writer = CodebookDraftWriter(
      outline: outline, codes: codes, name: name, rules: DraftRules(codes, outline: outline, lexicon: lexicon))
    writer.rules = try TriedRules(writer: writer, lexicon: lexicon).rules
    bytes = try writer.write()
    self.outline = outline
    ruleCount = writer.rules.count
    doubts = writer.doubts
  }

  private static func noGoals(_ outline: StrategyOutline, name: String) -> InvalidInput {
    let labels = LabelList.danish
    let looked = (labels["guidepost"].prefix(1) + labels["objective"].prefix(1)).joined(separator: ", ")
    let seen = outline.headings.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")
    return InvalidInput(
      code: "draft.no-goals",
      "no goals were found: no chapters that say what they are (\(looked) …), no numbered objectives, no list of them"
        + (seen.isEmpty ? "" : "; its headings are \(seen)")
        + "; write codebook.xml by hand, beginning with the templates of \"pejl init\"", path: name)
  }
}
