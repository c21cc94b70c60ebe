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

  /// A tagger for gold files.
  public init(compiled: CompiledCodebook, hearing: Hearing = Hearing(id: ""), workers: Int = 2) {
    self.compiled = compiled
    self.hearing = hearing
    self.workers = workers
  }

  /// The paragraphs of `golds` in order, each with its tags: from the row's own text, or from the file that it names.
  ///
  /// - Throws: ``InvalidInput`` when a file or paragraph is not there.
  public func tag(_ golds: [GoldFile], files: [String]) async throws -> [CodedParagraph] {
    let inputs = files.map { Pipeline.Input(path: $0, name: $0.split(separator: "/").last.map(String.init) ?? $0) }
    let (responses, unread) = try await Pipeline(compiled, hearing: hearing, workers: workers).run(inputs)
    guard unread.isEmpty else { throw InvalidInput(unread) }
    let tagger = Tagger(compiled, hearing: hearing, lexicon: try Lexicon())
    var result: [CodedParagraph] = []
    for gold in golds {
      result += try responses.flatMap { try GoldAlignment($0).align(gold) }
      result += gold.rows.compactMap { row in row.text.map { tag(row, $0, tagger) } }
      let known = responses.flatMap { [$0.file, String($0.file.prefix { $0 != "." })] }
      if let missing = gold.rows.first(where: { $0.text == nil && !known.contains($0.file ?? "") }) {
        throw InvalidInput(
          code: "gold.file", "no answer \"\(missing.file ?? "")\" was given; name its file on the command line",
          path: gold.path, line: missing.line)
      }
    }
    return result
  }

  /// A row that holds its own paragraph.
  private func tag(_ row: GoldFile.Row, _ paragraph: String, _ tagger: Tagger) -> CodedParagraph {
    var builder = DocumentBuilder(format: "text")
    builder.append(paragraph, kind: .paragraph)
    let document = builder.build()
    let passages = tagger.tag(Segmenter().segment(document, response: "gold"), of: document.text, from: .other)
    let tags = passages.flatMap(\.tags)
    var predicted = [row.codes.keys.first ?? .strategy: Set<String>()]
    for tag in tags { predicted[tag.facet, default: []].insert(tag.code) }
    return CodedParagraph(gold: row, text: paragraph, predicted: predicted, tags: tags)
  }
}
