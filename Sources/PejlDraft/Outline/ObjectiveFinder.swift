internal import PejlText

/// Finds the objectives, the keywords and the motto of a chapter.
struct ObjectiveFinder {
  let lines: [TextLine]
  let labels: LabelList
  let hasHeadings: Bool

  /// What a chapter holds.
  struct Content {
    var objectives: [StrategyOutline.Objective] = []
    var keywords: [String] = []
    var motto: String?
    /// The word before the numbers of the objectives, or in the heading above them.
    var word: String?
  }

  /// An objective that says what it is: `Målsætning 1.1: …`, `Mål 2 – …`; its number, its word and what follows.
  static func labelled(_ text: String, _ labels: LabelList) -> StrategyOutline.Objective? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 2, labels["objective"].contains(words[0].lowercased()) else { return nil }
    let number = words[1].trimmed(of: ".:)–-")
    let isNumber = OutlineMarks.group(number) != nil || 1...2 ~= number.count && number.allSatisfy(\.isNumber)
    guard isNumber, words[1] != number || words[2] == "–" || words[2] == "-" else { return nil }
    return StrategyOutline.Objective(number: number, wording: words[2...].joined(separator: " ").trimmed(of: "–-:"))
  }

  /// What stands in the lines of `body`.
  func content(_ body: Range<Int>, group: String?) -> Content {
    var content = Content()
    content.motto = motto(body)
    content.objectives = numbered(body, group: group)
    if let first = body.first(where: { Self.labelled(lines[$0].text, labels) != nil }), !content.objectives.isEmpty {
      content.word = lines[first].text.split(separator: " ").first.map { $0.lowercased() }
    }
    let heading = body.first { isObjectiveHeading(lines[$0].text) }
    if content.objectives.isEmpty, let heading {
      content.objectives = listed((heading + 1)..<body.upperBound)
    }
    if content.word == nil, let heading {
      content.word = lines[heading].text.lowercased().split(separator: " ").map { $0.trimmed(of: ":.") }
        .first { labels["objective"].contains($0) }
    }
    content.keywords = keywords(body)
    return content
  }

  /// The items beneath the line before `range`, until something else begins.
  func listed(_ range: Range<Int>) -> [StrategyOutline.Objective] {
    var found: [StrategyOutline.Objective] = []
    for index in range {
      let line = lines[index]
      if isLabel(line.text) || hasHeadings && line.kind == .heading { break }
      if let item = item(line) {
        found.append(StrategyOutline.Objective(number: nil, wording: item, page: line.page))
      } else if !found.isEmpty, !line.isApart, !line.opensBlock || line.text.first?.isLowercase == true {
        found[found.count - 1].wording += " " + line.text
      } else if !found.isEmpty || line.text.count > 200 {
        break
      }
    }
    return found
  }

  /// The text of an item of a list.
  func item(_ line: TextLine) -> String? {
    if let text = OutlineMarks.withoutBullet(line.text) { return OutlineMarks.marked(text).title }
    let (number, title) = OutlineMarks.marked(line.text)
    if number != nil { return title }
    return line.kind == .listItem && line.opensBlock ? line.text : nil
  }

  /// Objectives with numbers of their own, in the order of the text, each once.
  private func numbered(_ body: Range<Int>, group: String?) -> [StrategyOutline.Objective] {
    var found: [StrategyOutline.Objective] = []
    var isOpen = false
    for index in body {
      let line = lines[index]
      let labelled = Self.labelled(line.text, labels)
      if let marked = OutlineMarks.objective(line.text) ?? labelled.map({ ($0.number ?? "", $0.wording) }),
        group == nil || OutlineMarks.group(marked.0) == nil || OutlineMarks.group(marked.0) == group
      {
        isOpen = !found.contains { $0.number == marked.0 }
        if isOpen {
          found.append(StrategyOutline.Objective(number: marked.0, wording: marked.1, page: line.page))
        }
      } else if isOpen, !line.isApart, !line.opensBlock || line.text.first?.isLowercase == true, !isLabel(line.text),
        line.kind != .heading
      {
        found[found.count - 1].wording += " " + line.text
      } else {
        isOpen = false
      }
    }
    return found
  }

  /// The words beneath, or behind, the heading for keywords.
  private func keywords(_ body: Range<Int>) -> [String] {
    for index in body {
      if let rest = labels.rest(of: lines[index].text, after: "keyword-heading"), rest.hasPrefix(": "), rest.count > 2 {
        var text = rest
        var next = index + 1
        while next < body.upperBound, !lines[next].isApart, !isLabel(lines[next].text), !lines[next].opensBlock {
          text += " " + lines[next].text
          next += 1
        }
        let separator: Character = text.contains(";") ? ";" : text.contains("•") ? "•" : ","
        return text.dropFirst(2).split(separator: separator).map { $0.trimmed(of: ".") }.filter { !$0.isEmpty }
      }
      guard labels.isWhole(lines[index].text, "keyword-heading") else { continue }
      var found: [String] = []
      for line in lines[(index + 1)..<body.upperBound] {
        let text = OutlineMarks.withoutBullet(line.text) ?? line.text
        if isLabel(text) || text.count > 90 || text.hasSuffix(".") || hasHeadings && line.kind == .heading { break }
        if let last = found.last, !line.isApart, text.first?.isLowercase == true, text == line.text {
          found[found.count - 1] = "\(last) \(text)"
        } else {
          found.append(text)
        }
      }
      return found
    }
    return []
  }

  /// A quotation right under the title.
  private func motto(_ body: Range<Int>) -> String? {
    guard let first = body.first, let mark = lines[first].text.first, "\"”“»«„".contains(mark) else { return nil }
    var text = ""
    for line in lines[first..<min(first + 5, body.upperBound)] {
      text += (text.isEmpty ? "" : " ") + line.text
      if let last = text.last, text.count > 1, "\"”“»«".contains(last) { return text.trimmed(of: "\"”“»«„") }
    }
    return nil
  }

  private func isObjectiveHeading(_ text: String) -> Bool { labels.isWhole(text, "objective-heading") }

  private func isLabel(_ text: String) -> Bool {
    isObjectiveHeading(text) || labels.isWhole(text, "keyword-heading")
      || labels.rest(of: text, after: "keyword-heading")?.hasPrefix(": ") == true
  }
}
