/// Finds what a strategy itself says of the number of its parts.
struct CountReader {
  let labels: LabelList

  /// The statements on parts that `outline` has, each number of each word once.
  func statements(_ lines: [TextLine], outline: StrategyOutline) -> [StrategyOutline.Statement] {
    guard !outline.guideposts.isEmpty else { return [] }
    let numbers = labels.numbers("number-words")
    var found: [StrategyOutline.Statement] = []
    for words in paragraphs(lines) { read(words, numbers, outline, into: &found) }
    return found
  }

  /// The words of lines that no blank line and no mark parts.
  private func paragraphs(_ lines: [TextLine]) -> [[String]] {
    var result: [[String]] = []
    for line in lines {
      let words = line.text.split(separator: " ").map(String.init)
      if line.isApart || line.opensBlock || result.isEmpty {
        result.append(words)
      } else {
        result[result.count - 1] += words
      }
    }
    return result
  }

  private func read(
    _ words: [String], _ numbers: [String: Int], _ outline: StrategyOutline,
    into found: inout [StrategyOutline.Statement]
  ) {
    for (index, word) in words.enumerated() {
      let bare = word.lowercased().trimmed(of: "(,.")
      guard word.last.map({ $0.isLetter || $0.isNumber }) == true,
        let stated = numbers[bare] ?? (bare.count <= 2 ? Int(bare) : nil), stated > 0
      else { continue }
      // "fire overordnede pejlemærker": a word or two may stand between.
      for place in (index + 1)..<max(index + 1, min(index + 4, words.count)) {
        let level = words[place].lowercased().trimmed(of: ".,:;()")
        guard let counted = counted(level, outline) else {
          guard words[place].last?.isLetter == true, words[place].first?.isLowercase == true else { break }
          continue
        }
        let opening = words[max(0, index - 6)..<index].map { $0.lowercased() }
        let isEach = opening.contains { labels["each"].contains($0) }
        guard stated > 1 || isEach else { break }
        let statement = StrategyOutline.Statement(
          words: words[index...place].joined(separator: " ").trimmed(of: ".,:;()"), stated: stated,
          found: isEach ? each(stated, level, outline) : counted)
        if !found.contains(where: { $0.stated == stated && $0.found == statement.found && $0.words == statement.words })
        {
          found.append(statement)
        }
        break
      }
    }
  }

  /// How many parts the outline has of those that the word names; nil when it names none.
  private func counted(_ word: String, _ outline: StrategyOutline) -> Int? {
    if let level = outline.guidepostWord, word.hasPrefix(level.prefix(5)), labels["guidepost"].contains(word) {
      return outline.guideposts.count
    }
    if labels["objective"].contains(word), !outline.isFlat || outline.guidepostWord == nil {
      return outline.objectiveCount > 0 ? outline.objectiveCount : nil
    }
    let isOther = outline.guidepostWord == nil && labels["guidepost"].contains(word)
    return isOther ? outline.guideposts.count : nil
  }

  /// Of a number that is stated of every guidepost, the first that differs.
  private func each(_ stated: Int, _ word: String, _ outline: StrategyOutline) -> Int {
    let counts = outline.guideposts.map(\.objectives.count)
    return counts.first { $0 != stated } ?? stated
  }
}
