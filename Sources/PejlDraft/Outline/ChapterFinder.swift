internal import PejlText

/// Finds where the chapters of the guideposts begin.
struct ChapterFinder {
  /// The beginning of a chapter.
  struct Chapter {
    var number: String?
    var title: String
    /// The lines of the title.
    var heading: Range<Int>
    /// The lines of the chapter beneath it.
    var body: Range<Int> = 0..<0
  }

  let lines: [TextLine]
  let contents: [OutlineText.Entry]
  let hasHeadings: Bool
  let labels: LabelList

  /// The chapters, and the word before their numbers: those whose headings say what they are, else those whose objectives
  /// are numbered after them, else those with a heading for objectives in them.
  func chapters() -> (chapters: [Chapter], word: String?) {
    if let (chapters, word) = named() { return (bounded(chapters), word) }
    let numbered = numbered()
    if numbered.count > 1 { return (bounded(numbered), nil) }
    let headed = headed()
    if headed.count > 1 { return (bounded(headed), nil) }
    return ([], nil)
  }

  // MARK: headings with a word

  /// A heading such as `Pejlemærke 2: Titel`, `Tema A – Titel`, `Fokusområde: Titel`, or the title in the next line.
  private func named() -> ([Chapter], String)? {
    var byWord: [String: [Chapter]] = [:]
    for (index, line) in lines.enumerated() {
      guard let (word, chapter) = named(line.text, index) else { continue }
      byWord[word, default: []].append(chapter)
    }
    // An objective's word may head chapters too, but only where nothing above it does.
    let ranked = byWord.map { (word: $0.key, chapters: distinct($0.value)) }.filter { $0.chapters.count > 1 }
      .sorted { left, right in
        let (first, second) = (labels["objective"].contains(left.word), labels["objective"].contains(right.word))
        if first != second { return second }
        return (left.chapters.count, right.word) > (right.chapters.count, left.word)
      }
    return ranked.first.map { ($0.chapters, $0.word) }
  }

  private func named(_ text: String, _ index: Int) -> (String, Chapter)? {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first, text.count <= 120 else { return nil }
    let word = first.trimmed(of: ":.–-").lowercased()
    guard labels["guidepost"].contains(word) else { return nil }
    var rest = text.dropFirst(first.count).trimmed
    var number: String?
    if !first.hasSuffix(":"), let next = rest.split(separator: " ").first {
      let core = next.trimmed(of: ":.)–-,")
      if OutlineMarks.group(core) != nil { return nil }
      let isNumber = 1...2 ~= core.count && core.allSatisfy(\.isNumber)
      if isNumber || core.count == 1 && core.first?.isUppercase == true || Self.isRoman(core) {
        number = core
        rest = rest.dropFirst(next.count).trimmed
      }
    }
    guard number != nil || first.hasSuffix(":") || rest.first.map({ ":–-".contains($0) }) == true else { return nil }
    let title = rest.trimmed(of: ":–-")
    // A sentence that begins so is none: "Tema 3 handler om …".
    if !title.isEmpty {
      guard title.first?.isUppercase == true || title.first?.isNumber == true || "”\"»'".contains(title.first ?? "x")
      else { return nil }
      return (word, Chapter(number: number, title: title, heading: index..<(index + 1)))
    }
    guard index + 1 < lines.count, lines[index + 1].text.count <= 100, lines[index + 1].text.first?.isLetter == true
    else { return nil }
    return (word, Chapter(number: number, title: lines[index + 1].text.trimmed(of: "."), heading: index..<(index + 2)))
  }

  private static func isRoman(_ text: String) -> Bool {
    1...5 ~= text.count && text.allSatisfy { "IVX".contains($0) }
  }

  /// Of headings that stand several times, as in an overview or a running head, the one with most text beneath it.
  private func distinct(_ chapters: [Chapter]) -> [Chapter] {
    var best: [String: (chapter: Chapter, length: Int)] = [:]
    var order: [String] = []
    for (index, chapter) in chapters.enumerated() {
      let key = chapter.number ?? chapter.title.lowercased()
      let next = index + 1 < chapters.count ? chapters[index + 1].heading.lowerBound : lines.count
      let length = next - chapter.heading.upperBound
      if best[key] == nil { order.append(key) }
      if length > best[key]?.length ?? -1 { best[key] = (chapter, length) }
    }
    return order.compactMap { best[$0]?.chapter }.sorted { $0.heading.lowerBound < $1.heading.lowerBound }
  }

  // MARK: headings by number

  /// Headings `1. Titel` above objectives whose numbers begin with theirs.
  private func numbered() -> [Chapter] {
    var chapters: [Chapter] = []
    var after = 0
    var done: Set<String> = []
    for (index, line) in lines.enumerated() {
      guard let group = group(of: line.text), !done.contains(group) else { continue }
      let heading = (after..<index).last { place in
        let (number, title) = OutlineMarks.marked(lines[place].text)
        return number == group && !title.isEmpty && title.count <= 100 && !title.hasSuffix(".")
      }
      done.insert(group)
      guard let heading else { continue }
      let title = OutlineMarks.marked(lines[heading].text).title
      chapters.append(Chapter(number: group, title: title, heading: heading..<(heading + 1)))
      after = index
    }
    return chapters
  }

  /// The number of the guidepost that an objective's number names.
  private func group(of text: String) -> String? {
    if let (number, _) = OutlineMarks.objective(text) { return OutlineMarks.group(number) }
    return ObjectiveFinder.labelled(text, labels).flatMap { $0.number }.flatMap { OutlineMarks.group($0) }
  }

  // MARK: headings above objectives

  /// The headings under which a heading for objectives stands.
  private func headed() -> [Chapter] {
    var chapters: [Chapter] = []
    for (index, line) in lines.enumerated() where labels.isWhole(line.text, "objective-heading") {
      let after = chapters.last?.heading.upperBound ?? 0
      let heading = (after..<max(after, index)).last { place in
        let line = lines[place]
        guard line.text.count <= 100, !line.text.hasSuffix("."), !isLabel(line.text) else { return false }
        return hasHeadings
          ? line.kind == .heading : line.kind == .heading || contents.contains { $0.title == line.text }
      }
      guard let heading else { continue }
      let (number, title) = OutlineMarks.marked(lines[heading].text)
      chapters.append(Chapter(number: number, title: title, heading: heading..<(heading + 1)))
    }
    return chapters
  }

  private func isLabel(_ text: String) -> Bool {
    ["objective-heading", "keyword-heading", "contents-heading"].contains { labels.isWhole(text, $0) }
  }

  /// Each chapter with its lines: to the next, the last one to a heading that the list of contents names after it.
  private func bounded(_ chapters: [Chapter]) -> [Chapter] {
    var result = chapters
    for index in result.indices {
      let start = result[index].heading.upperBound
      var end = index + 1 < result.count ? result[index + 1].heading.lowerBound : lines.count
      if index + 1 == result.count {
        let rank = lines[result[index].heading.lowerBound].level
        // A heading inside the chapter may have its rank; after the end no objectives and keywords follow.
        let content = (start..<max(start, end)).last { isLabel(lines[$0].text) || group(of: lines[$0].text) != nil }
        let next = ((content ?? start)..<max(start, end)).first { place in
          let line = lines[place]
          if hasHeadings, line.kind == .heading, rank > 0 { return line.level <= rank }
          return contents.contains { $0.title == line.text }
        }
        end = next ?? end
      }
      result[index].body = start..<max(start, end)
    }
    return result
  }
}
