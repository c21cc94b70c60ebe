internal import PejlText

/// Finds the other titles and the pages of guideposts in the list of contents and in lists that name them.
struct OutlineNames {
  let labels: LabelList

  /// Adds aliases and pages to the guideposts of `outline`. `lines` stand before the first chapter.
  func complete(_ outline: inout StrategyOutline, contents: [OutlineText.Entry], lines: [TextLine]) {
    guard !outline.isFlat, !outline.guideposts.isEmpty else { return }
    let contents = contents.map { OutlineText.Entry(title: bare($0.title), number: $0.number, page: $0.page) }
    align(contents, &outline)
    for list in lists(lines) { align(list, &outline) }
    mottos(lines, &outline)
  }

  /// A title without the word for its level: `Pejlemærke 4: Titel` is `Titel`.
  private func bare(_ title: String) -> String {
    guard let first = title.split(separator: " ").first,
      labels["guidepost"].contains(first.lowercased().trimmed(of: ":")), let colon = title.firstIndex(of: ":")
    else { return title }
    return title[title.index(after: colon)...].trimmed
  }

  /// Lists of short items, at least two in a row.
  private func lists(_ lines: [TextLine]) -> [[OutlineText.Entry]] {
    var lists: [[OutlineText.Entry]] = [[]]
    for line in lines {
      let (number, title) = OutlineMarks.marked(line.text)
      let isItem = number != nil || OutlineMarks.withoutBullet(line.text) != nil || line.kind == .listItem
      if isItem, title.count <= 80, !title.hasSuffix(".") {
        lists[lists.count - 1].append(OutlineText.Entry(title: bare(title), number: number, page: nil))
      } else if !(lists.last?.isEmpty ?? true) {
        lists.append([])
      }
    }
    return lists.filter { $0.count > 1 }
  }

  /// Gives a guidepost that a list does not name the title that stands in its place there.
  private func align(_ list: [OutlineText.Entry], _ outline: inout StrategyOutline) {
    let names = outline.guideposts.map { Self.key($0.name) }
    var places = list.map { entry in names.firstIndex(of: Self.key(entry.title)) }
    let known = places.compactMap { $0 }.count
    guard known * 2 >= min(names.count, list.count), known > 0 else { return }
    for index in list.indices where places[index] == nil {
      let before = index > 0 ? places[index - 1].map { $0 + 1 } : 0
      let after = index + 1 < list.count ? places[index + 1].map { $0 - 1 } : names.count - 1
      let byNumber = list[index].number.flatMap { number in
        outline.guideposts.firstIndex { $0.number == number }
      }
      guard let place = byNumber ?? (before == after ? before : before ?? after), names.indices.contains(place),
        !places.contains(place)
      else { continue }
      // In a list of contents an introduction stands before the first and a conclusion after the last.
      let isCertain =
        byNumber != nil || before == after || Self.isAkin(list[index].title, outline.guideposts[place].name)
      guard isCertain, index > 0 || byNumber != nil || Self.isAkin(list[index].title, outline.guideposts[place].name)
      else { continue }
      places[index] = place
      add(list[index].title, to: &outline.guideposts[place])
    }
    for (index, place) in places.enumerated() {
      if let place, let page = list[index].page { outline.guideposts[place].page = page }
    }
  }

  /// A short line above a guidepost's motto, which an overview gives with its title.
  private func mottos(_ lines: [TextLine], _ outline: inout StrategyOutline) {
    let blocks = Self.blocks(lines)
    for (title, text) in zip(blocks, blocks.dropFirst()) where title.count <= 60 {
      let key = Self.key(text)
      guard let place = outline.guideposts.firstIndex(where: { $0.motto.map { Self.key($0) } == key }) else { continue }
      add(title, to: &outline.guideposts[place])
    }
  }

  /// Lines put together as far as no blank line parts them.
  private static func blocks(_ lines: [TextLine]) -> [String] {
    var blocks: [String] = []
    for line in lines {
      if line.isApart || blocks.isEmpty {
        blocks.append(line.text)
      } else {
        blocks[blocks.count - 1] += " \(line.text)"
      }
    }
    return blocks
  }

  private func add(_ title: String, to guidepost: inout StrategyOutline.Guidepost) {
    let keys = ([guidepost.name] + guidepost.aliases).map { Self.key($0) }
    if !keys.contains(Self.key(title)) { guidepost.aliases.append(title) }
  }

  /// Whether two titles share a word of some length, or its beginning.
  private static func isAkin(_ left: String, _ right: String) -> Bool {
    let words = [left, right].map { $0.lowercased().split { !$0.isLetter }.filter { $0.count >= 4 } }
    return words[0].contains { word in words[1].contains { $0.prefix(5) == word.prefix(5) } }
  }

  private static func key(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }
}
