internal import PejlHearing
internal import PejlText

/// Finds who was heard, and when, in the text of an agenda item.
struct PartyFinder {
  let labels: LabelList
  let dates: DateReader

  /// The parties of a list beneath a label; else those of the first sentence that speaks of a hearing and names some.
  func parties(_ sections: AgendaSections) -> [AgendaItem.Party] {
    for section in sections.all(.heard) {
      let found = section.texts.flatMap { parties(inList: $0) }
      if !found.isEmpty { return unique(found) }
    }
    for section in sections.sections where ![.annexes, .procedure, .absent].contains(section.topic) {
      let all = sentences(section)
      for (index, sentence) in all.enumerated() {
        guard let found = parties(sentence, below: all.dropFirst(index + 1)) else { continue }
        return unique(found)
      }
    }
    return []
  }

  /// The first and the last day of the hearing, where a sentence gives both, or the last day.
  func period(_ sections: AgendaSections) -> Hearing.Period? {
    for section in sections.sections where ![.annexes, .procedure, .decisions, .absent].contains(section.topic) {
      for sentence in sentences(section) where speaksOfHearing(sentence.text) {
        let words = sentence.text.split(separator: " ").map(String.init)
        let found = dates.dates(in: words)
        if found.count == 2, found[0].date < found[1].date, found[1].words.lowerBound - found[0].words.upperBound <= 3 {
          return Hearing.Period(start: found[0].date, end: found[1].date, note: nil)
        }
        let isDeadline = words.contains { labels.holds($0.trimmed(of: ",.:"), "deadline") }
        if found.count == 1, isDeadline { return Hearing.Period(start: nil, end: found[0].date, note: nil) }
      }
    }
    return nil
  }

  // MARK: sentences

  /// A sentence, or an item of a list.
  private struct Sentence {
    var text: String
    var isItem: Bool
  }

  private func sentences(_ section: AgendaSections.Section) -> [Sentence] {
    var result: [Sentence] = []
    var open = ""
    func close() {
      var words: [String] = []
      for word in open.split(separator: " ") {
        words.append(String(word))
        // "d. 4." and "nr. 2" end no sentence; a party does not end in a short word or a number.
        let bare = word.dropLast()
        if word.hasSuffix("."), bare.count > 3, !bare.allSatisfy(\.isNumber) || bare.count == 4 {
          result.append(Sentence(text: words.joined(separator: " "), isItem: false))
          words = []
        }
      }
      if !words.isEmpty { result.append(Sentence(text: words.joined(separator: " "), isItem: false)) }
      open = ""
    }
    if !section.opening.isEmpty { open = section.opening }
    for line in section.lines {
      let isBullet = line.text.first.map { "•-–*·".contains($0) } ?? false
      if isBullet && line.text.dropFirst().first == " " || line.kind == .listItem && line.opensBlock {
        close()
        result.append(Sentence(text: line.text.trimmed(of: "•-–*·"), isItem: true))
      } else {
        open += (open.isEmpty ? "" : " ") + line.text
      }
    }
    close()
    return result
  }

  private func speaksOfHearing(_ text: String) -> Bool {
    text.split(separator: " ").map(String.init).contains(where: isHearingWord)
  }

  private func isHearingWord(_ word: String) -> Bool { labels.holds(word.trimmed(of: ".,;:()\"”"), "hearing-words") }

  // MARK: parties

  private func parties(_ sentence: Sentence, below: ArraySlice<Sentence>) -> [AgendaItem.Party]? {
    let words = sentence.text.split(separator: " ").map(String.init)
    guard let place = words.firstIndex(where: isHearingWord) else {
      return nil
    }
    if sentence.text.hasSuffix(":") {
      let items = below.prefix(while: \.isItem).flatMap { parties(inList: $0.text) }
      if items.count > 1, items.contains(where: isParty) { return items }
    }
    if words[place].hasSuffix(":") {
      let found = parties(inList: words[(place + 1)...].joined(separator: " "))
      if found.contains(where: isParty) { return found }
    }
    for index in words.indices.dropLast() where index > place && labels["hearing-frames"].contains(words[index]) {
      let found = parties(inList: words[(index + 1)...].joined(separator: " "))
      let known = found.filter(isParty)
      if let first = found.first, known.first == first, known.count * 2 > found.count { return found }
    }
    return nil
  }

  /// The names of an enumeration; "Beboer- og Pårørenderåd" is one.
  private func parties(inList text: String) -> [AgendaItem.Party] {
    var names: [String] = [""]
    for word in text.split(separator: " ").map(String.init) {
      let last = names.count - 1
      if labels["list-and"].contains(word), !names[last].hasSuffix("-") {
        names.append("")
      } else {
        names[last] += (names[last].isEmpty ? "" : " ") + word.trimmed(of: ",;")
        if word.hasSuffix(",") || word.hasSuffix(";") { names.append("") }
      }
    }
    return names.compactMap { party($0) }
  }

  private func party(_ text: String) -> AgendaItem.Party? {
    var name = text.trimmed(of: ".,;:•-–*\"”")
    var alias: String?
    if let open = name.firstIndex(of: "("), let close = name[open...].firstIndex(of: ")") {
      alias = name[name.index(after: open)..<close].trimmed
      name = (name[..<open] + name[name.index(after: close)...]).folded
    }
    while let first = name.split(separator: " ").first, labels["party-openings"].contains(first.lowercased()),
      first.first?.isLowercase == true
    {
      name = name.dropFirst(first.count).trimmed
    }
    guard !name.isEmpty, name.split(separator: " ").count <= 12 else { return nil }
    return AgendaItem.Party(name: name.capitalised, alias: alias)
  }

  /// Whether a name can be that of a body: no date or number, and of a known kind, short in capitals, or capitalised.
  private func isParty(_ party: AgendaItem.Party) -> Bool {
    guard !party.name.contains(where: \.isNumber) else { return false }
    if PartyKind(labels: labels).kind(party.name) != .other { return true }
    let words = party.name.split(separator: " ")
    return words.count == 1 && 2...5 ~= party.name.count && party.name.allSatisfy(\.isUppercase)
  }

  private func unique(_ parties: [AgendaItem.Party]) -> [AgendaItem.Party] {
    var seen: Set<String> = []
    return parties.filter { seen.insert($0.name.lowercased()).inserted }
  }
}
