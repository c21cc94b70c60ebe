public import PejlAnalysis
internal import PejlCodebook
internal import PejlDanish
public import PejlHearing
internal import PejlSegment
public import PejlTagging
internal import PejlText

/// Tags what gold files speak of.
public struct GoldTagger: Sendable {
  private let compiled: CompiledCodebook
  private let hearing: Hearing
  private let workers: Int
  private let keepsObservations: Bool

  /// A tagger for gold files; it may keep what passages showed before anything was decided, for tuning.
  public init(
    compiled: CompiledCodebook, hearing: Hearing = Hearing(id: ""), workers: Int = 2, keepsObservations: Bool = false
  ) {
    self.keepsObservations = keepsObservations
    self.compiled = compiled
    self.hearing = hearing
    self.workers = workers
  }

  /// The paragraphs of `golds` in order, each with its tags: from the row's own text, or from the file that it names.
  ///
  /// - Throws: ``InvalidInput`` with every file and paragraph that is not there.
  public func tag(_ golds: [GoldFile], inputs: [Pipeline.Input]) async throws -> [CodedParagraph] {
    try GoldFile.checkTogether(golds)
    let (responses, unread) = try await Pipeline(
      compiled, hearing: hearing, workers: workers, keepsObservations: keepsObservations, keepsRejected: true
    ).run(inputs)
    guard unread.isEmpty else { throw InvalidInput(unread) }
    let alignments = responses.map { GoldAlignment($0) }
    var result: [CodedParagraph] = []
    var missing: [Diagnostic] = []
    for gold in golds {
      let unknown = unknownFiles(gold, alignments)
      missing += unknown
      guard unknown.isEmpty else { continue }
      for alignment in alignments {
        let aligned = alignment.align(gold)
        result += aligned.found
        missing += aligned.missing
      }
      result += try ownTexts(gold)
    }
    guard missing.isEmpty else { throw InvalidInput(missing) }
    return result
  }

  /// The files that rows name and that are not one answer each, at the first row of each.
  private func unknownFiles(_ gold: GoldFile, _ alignments: [GoldAlignment]) -> [Diagnostic] {
    var seen: Set<String> = []
    return gold.rows.compactMap { row in
      guard let file = row.file, seen.insert(file).inserted else { return nil }
      let count = alignments.count { $0.isMeant(by: file) }
      guard count != 1 else { return nil }
      return count == 0
        ? Diagnostic(
          .error, code: "gold.file", "no answer \"\(file)\" was given; name its file on the command line",
          path: gold.path, line: row.line)
        : Diagnostic(
          .error, code: "gold.file",
          "\(count) answers are called \"\(file)\"; write the name with its extension, and name each answer once",
          path: gold.path, line: row.line)
    }
  }

  /// The rows that hold their own paragraph.
  private func ownTexts(_ gold: GoldFile) throws -> [CodedParagraph] {
    let rows = gold.rows.filter { $0.text != nil }
    guard !rows.isEmpty else { return [] }
    let tagger = Tagger(
      compiled, hearing: hearing, lexicon: try Lexicon(), keepsObservations: keepsObservations)
    return rows.map { row in
      var builder = DocumentBuilder(format: "text")
      builder.append(row.text ?? "", kind: .paragraph)
      let document = builder.build()
      let passages = tagger.tag(Segmenter().segment(document, response: "gold"), of: document.text, from: .other)
      return CodedParagraph(
        gold: row, goldPath: gold.path, source: gold.path, text: document.text.string, span: document.text.span,
        passages: passages)
    }
  }
}
