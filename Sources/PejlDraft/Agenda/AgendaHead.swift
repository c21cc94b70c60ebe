/// What stands above the first label: title, case number, meeting.
struct AgendaHead {
  /// The title.
  private(set) var title: String?
  /// The case numbers, those beside a label first.
  private(set) var caseNumbers: [String] = []
  /// The body and the day of the meeting.
  private(set) var meeting: (body: String?, date: String?) = (nil, nil)

  private let labels: LabelList
  private let dates: DateReader

  init(_ lines: [TextLine], labels: LabelList, dates: DateReader) {
    self.labels = labels
    self.dates = dates
    let labelled = Self.labelled(lines, labels)
    caseNumbers = labelled + lines.flatMap { Self.shaped($0.text) }.filter { !labelled.contains($0) }
    if !labelled.isEmpty { caseNumbers = labelled }
    title = title(lines)
    meeting = meeting(lines)
  }

  /// The numbers beside a label for a case number.
  static func labelled(_ lines: [TextLine], _ labels: LabelList) -> [String] {
    var found: [String] = []
    for line in lines {
      let words = line.text.split(separator: " ").map(String.init)
      for index in words.indices {
        guard
          let rest = labels.rest(
            of: words[index...].prefix(5).joined(separator: " "), after: "case-number")
        else { continue }
        let isMarked = rest.hasPrefix(": ")
        guard let word = rest.trimmed(of: ":").split(separator: " ").first else { continue }
        let number = word.trimmed(of: ".,;:()")
        let digits = number.count { $0.isNumber }
        guard digits >= 4 || digits > 0 && isMarked && index == 0, !found.contains(number) else { continue }
        found.append(number)
      }
    }
    return found
  }

  /// Words that have the form of a case number: `23/2079`, `27.00.00-P22-1-23`, `2024-0012345`.
  static func shaped(_ text: String) -> [String] {
    text.split(separator: " ").map { $0.trimmed(of: ".,;:()") }.filter { word in
      let slash = word.split(separator: "/", omittingEmptySubsequences: false)
      if slash.count == 2, slash.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }) {
        return (slash[0].count == 2 || slash[0].count == 4) && 3...7 ~= slash[1].count
      }
      let dashes = word.split(separator: "-")
      if dashes.count == 2, dashes.allSatisfy({ $0.allSatisfy(\.isNumber) }) {
        return dashes[0].count == 4 && dashes[1].count >= 5
      }
      return dashes.count == 4 && dashes[0].split(separator: ".").count == 3 && dashes[1].first?.isLetter == true
    }
  }

  private func isFurniture(_ line: String) -> Bool {
    let words = line.lowercased().split { !$0.isLetter }.map(String.init)
    if words.contains(where: { labels.holds($0, "fiction") }) { return true }
    if labels.isWhole(line, "title-frame") || labels.isWhole(line, "case-status") { return true }
    if let rest = labels.rest(of: line, after: "title-frame"), rest.isEmpty || rest.contains(where: \.isNumber) {
      return true
    }
    if line.allSatisfy({ !$0.isLetter }) || line.hasPrefix("http") { return true }
    return !Self.shaped(line).isEmpty
      || labels.rest(of: line, after: "case-number")?.contains(where: \.isNumber) == true
  }

  private func title(_ lines: [TextLine]) -> String? {
    let texts = lines.map { $0.text.trimmed(of: "#*_|") }
    for text in texts {
      if let rest = labels.rest(of: text, after: "title-label"), rest.hasPrefix(": ") { return rest.trimmed(of: ": ") }
    }
    for text in texts {
      guard let rest = labels.rest(of: text, after: "item")?.trimmed(of: ":"), let number = rest.first,
        number.isNumber
      else { continue }
      let title = rest.drop(while: \.isNumber).trimmed(of: ".:)–-")
      if !title.isEmpty { return title }
    }
    for text in texts where text.first?.isNumber == true && !isFurniture(text) {
      let words = text.split(separator: " ").map(String.init)
      guard words.count > 1, words[0].count <= 4, dates.dates(in: words).first?.words.lowerBound != 0 else { continue }
      let rest = text.drop(while: \.isNumber)
      if ".:) ".contains(rest.first ?? "x"), rest.contains(where: \.isLetter) { return rest.trimmed(of: ".:)") }
    }
    let place = texts.firstIndex { !Self.shaped($0).isEmpty || isCaseLine($0) }
    let above = texts[..<(place ?? texts.count)].filter { !isFurniture($0) }
    if place != nil, !above.isEmpty { return above.suffix(3).joined(separator: " ") }
    return texts.first { !isFurniture($0) }
  }

  private func isCaseLine(_ line: String) -> Bool {
    labels.rest(of: line, after: "case-number")?.contains(where: \.isNumber) == true
  }

  /// The committee and the date that stand above the item.
  private func meeting(_ lines: [TextLine]) -> (String?, String?) {
    var (body, date): (String?, String?) = (nil, nil)
    for line in lines.prefix(12) {
      let words = line.text.split(separator: " ").map(String.init)
      if date == nil { date = dates.dates(in: words).first?.date }
      for part in line.text.split(separator: ",") where body == nil {
        let part = part.trimmed
        if part.split(separator: " ").count <= 6, let last = part.split(separator: " ").last,
          part.first?.isUppercase == true, labels.holds(String(last), "deciding-body")
        {
          body = part
        }
      }
    }
    return (body, date)
  }
}
