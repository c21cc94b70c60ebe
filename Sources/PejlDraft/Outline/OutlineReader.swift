public import PejlText

/// Reads the parts of a strategy, a policy or a plan: its guideposts, their objectives and keywords.
public struct OutlineReader: Sendable {
  private let labels = LabelList.danish

  /// A reader of Danish strategies.
  public init() {}

  /// The parts of `document`; without guideposts when it has none that can be told.
  public func read(_ document: Document) -> StrategyOutline {
    let text = OutlineText(document, labels: labels)
    let finder = ChapterFinder(
      lines: text.lines, contents: text.contents, hasHeadings: text.hasHeadings, labels: labels)
    let objectives = ObjectiveFinder(lines: text.lines, labels: labels, hasHeadings: text.hasHeadings)
    let (chapters, word) = finder.chapters()
    var outline = StrategyOutline()
    outline.title = title(text, document)
    outline.guidepostWord = word
    var objectiveWord: String?
    for chapter in chapters {
      let content = objectives.content(chapter.body, group: chapter.number)
      objectiveWord = objectiveWord ?? content.word
      outline.guideposts.append(
        StrategyOutline.Guidepost(
          number: chapter.number, name: chapter.title, motto: content.motto,
          page: text.lines[chapter.heading.lowerBound].page, objectives: content.objectives,
          keywords: content.keywords))
    }
    outline.objectiveWord = objectiveWord
    if chapters.isEmpty { readFlat(text, objectives, into: &outline) }
    let first = chapters.first?.heading.lowerBound ?? 0
    OutlineNames(labels: labels).complete(&outline, contents: text.contents, lines: Array(text.lines[..<first]))
    outline.statements = CountReader(labels: labels).statements(text.lines, outline: outline)
    outline.headings = text.lines.filter { $0.kind == .heading }.map(\.text)
    return outline
  }

  /// Objectives without a level above: the list beneath the first heading for objectives that has one.
  private func readFlat(_ text: OutlineText, _ finder: ObjectiveFinder, into outline: inout StrategyOutline) {
    for (index, line) in text.lines.enumerated() where labels.isWhole(line.text, "objective-heading") {
      let found = finder.listed((index + 1)..<text.lines.count)
      guard found.count > 1 else { continue }
      outline.isFlat = true
      outline.guidepostWord = line.text.lowercased().split(separator: " ").map { $0.trimmed(of: ":.") }
        .first { labels["guidepost"].contains($0) || labels["objective"].contains($0) }
      outline.guideposts = found.map {
        StrategyOutline.Guidepost(number: nil, name: $0.wording, page: $0.page)
      }
      return
    }
  }

  /// The first line that is no remark on the document, with a line of years behind it.
  private func title(_ text: OutlineText, _ document: Document) -> String? {
    let candidates = text.lines.prefix(20).enumerated().filter { _, line in
      line.text.count <= 120 && !line.text.hasSuffix(".")
        && !line.text.lowercased().split { !$0.isLetter }.contains { labels.holds(String($0), "fiction") }
    }
    guard
      let (index, line) = candidates.first(where: { text.hasHeadings && $0.element.kind == .heading })
        ?? candidates.first
    else { return document.metadata.title }
    let next = index + 1 < text.lines.count ? text.lines[index + 1].text : ""
    let isYears = !next.isEmpty && next.allSatisfy { $0.isNumber || "-–/ ".contains($0) }
    return isYears ? "\(line.text) \(next)" : line.text
  }
}
