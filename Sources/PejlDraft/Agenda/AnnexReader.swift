internal import PejlHearing

/// Reads the list of annexes, in whatever layout: a table, torn columns, numbered lines, file names.
struct AnnexReader {
  let labels: LabelList

  /// How a list marks the beginning of an annex.
  private enum Style: CaseIterable {
    /// `1 -`
    case dash
    /// `Bilag 1`
    case word
    /// `1.` or `1)` or `1:`
    case point
    /// `1` alone, or before a capital
    case bare
    /// A bullet.
    case bullet
  }

  /// The annexes, and whether they have numbers of their own.
  func annexes(_ sections: [AgendaSections.Section]) -> (annexes: [AgendaItem.Annex], areNumbered: Bool) {
    let lines = sections.flatMap(\.texts).map { $0.replacing("|", with: " ").folded }
      .filter { $0.contains { $0.isLetter || $0.isNumber } && !labels.isWhole($0, "annex-head") }
    guard !lines.isEmpty else { return ([], true) }
    let best = Style.allCases.map { ($0, split(lines, $0)) }.max { $0.1.count < $1.1.count }
    if let (style, items) = best, !items.isEmpty {
      let numbered = items.enumerated().map { annex($0.element.text, number: $0.element.number ?? $0.offset + 1) }
      return (numbered, style != .bullet)
    }
    var items: [String] = []
    for line in lines {
      if line.first?.isLowercase == true, let last = items.popLast() {
        items.append("\(last) \(line)")
      } else {
        items.append(line)
      }
    }
    return (items.enumerated().map { annex($0.element, number: $0.offset + 1) }, false)
  }

  /// The stretches of `lines` that begin with a mark of the style; numbers must count on.
  private func split(_ lines: [String], _ style: Style) -> [(number: Int?, text: String)] {
    var items: [(number: Int?, lines: [String])] = []
    for line in lines {
      if let (number, rest) = mark(line, style), number == nil || number == (items.last?.number ?? 0) + 1 {
        items.append((number, [rest]))
      } else if !items.isEmpty {
        items[items.count - 1].lines.append(line)
      }
    }
    return items.map { ($0.number, $0.lines.joined(separator: " ").trimmed) }
  }

  private func mark(_ line: String, _ style: Style) -> (Int?, String)? {
    switch style {
    case .bullet:
      guard let first = line.first, "•-–*·".contains(first), line.dropFirst().first == " " else { return nil }
      return (nil, line.dropFirst().trimmed)
    case .word:
      guard let rest = labels.rest(of: line, after: "annex-word"), let (number, tail) = Self.number(rest, ones: [])
      else { return nil }
      return (number, tail.drop { ".:)–- ".contains($0) }.trimmed)
    case .dash:
      guard let (number, tail) = Self.number(line, ones: labels.isNoisy ? labels["noise-ones"] : []) else { return nil }
      let rest = tail.trimmed
      guard let dash = rest.first, "-–—".contains(dash), rest.count == 1 || rest.dropFirst().first == " " else {
        return nil
      }
      return (number, rest.dropFirst().trimmed)
    case .point:
      guard let (number, tail) = Self.number(line, ones: []), let end = tail.first, ".):".contains(end),
        tail.count == 1 || tail.dropFirst().first == " "
      else { return nil }
      return (number, tail.dropFirst().trimmed)
    case .bare:
      guard let (number, tail) = Self.number(line, ones: []), tail.isEmpty || tail.first == " " else { return nil }
      let rest = tail.trimmed
      guard rest.isEmpty || rest.first?.isUppercase == true else { return nil }
      return (number, rest)
    }
  }

  /// A number of one to three digits at the start, with what stands behind it; `ones` may stand for a 1.
  private static func number(_ text: String, ones: [String]) -> (Int, Substring)? {
    let digits = text.prefix(while: \.isNumber)
    if 1...3 ~= digits.count, let number = Int(digits) { return (number, text.dropFirst(digits.count)) }
    for one in ones where text.hasPrefix(one) && digits.isEmpty { return (1, text.dropFirst(one.count)) }
    return nil
  }

  /// Takes numbers and marks out of the text of an annex; what is left is the title.
  private func annex(_ text: String, number: Int) -> AgendaItem.Annex {
    var (document, file): (String?, String?) = (nil, nil)
    var title = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      let inside = rest[rest.index(after: open)..<close].trimmed
      title += rest[..<open]
      rest = rest[rest.index(after: close)...]
      if let found = documentNumber(inside), document == nil {
        document = found
      } else if inside.count > 1, !labels.holds(inside, "annex-status") {
        title += "(\(inside))"
      }
    }
    title += rest
    var words = title.split(separator: " ").map(String.init)
    words.removeAll { word in
      let bare = word.trimmed(of: ",;:")
      if file == nil, 6...10 ~= bare.count, bare.allSatisfy(\.isNumber) {
        file = bare
        return true
      }
      if document == nil, Self.isDocumentNumber(bare) {
        document = bare
        return true
      }
      return false
    }
    if let first = words.first, labels.holds(first.trimmed(of: ",;:-"), "annex-status") { words.removeFirst() }
    let whole = words.joined(separator: " ").trimmed(of: "-–:;, ")
    return AgendaItem.Annex(
      annex: Hearing.Annex(
        number: number, title: whole.isEmpty ? text : whole, document: document, fileNumber: file, response: nil),
      sender: sender(whole))
  }

  /// The number in brackets, behind the words that announce it.
  private func documentNumber(_ inside: String) -> String? {
    let rest = labels.rest(of: inside, after: "document-word")?.trimmed(of: ": ")
    let word = rest ?? inside
    let digits = word.count { $0.isNumber }
    guard !word.contains(" "), digits >= (rest == nil ? 4 : 1) else { return nil }
    return rest != nil || Self.isDocumentNumber(word) || word.allSatisfy(\.isNumber) && digits >= 6 ? word : nil
  }

  /// Whether a word has the form of a document number: `124153/23`, `45678-24`, `D2023-88121`, but no span of years.
  private static func isDocumentNumber(_ word: String) -> Bool {
    let core = word.drop { $0.isLetter && $0.isUppercase }
    let parts = core.split { $0 == "/" || $0 == "-" }
    guard word.count - core.count <= 4, parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else {
      return false
    }
    let years = parts.allSatisfy { part in
      Int(part).map { 1900...2100 ~= $0 } ?? false
    }
    return !years && parts.map(\.count).reduce(0, +) >= 6
  }

  /// Who sent the answer that a title speaks of.
  private func sender(_ title: String) -> String? {
    guard let rest = labels.rest(of: title, after: "answer") else { return nil }
    var name = rest.trimmed(of: ":-– ")
    for dash in [" - ", " – "] {
      if let end = name.firstRange(of: dash) { name = String(name[..<end.lowerBound]) }
    }
    for type in labels["file-types"] where name.lowercased().hasSuffix(".\(type)") {
      name.removeLast(type.count + 1)
    }
    for word in labels["sender-ends"] {
      if let end = name.firstRange(of: " \(word) ") { name = String(name[..<end.lowerBound]) }
    }
    name = name.trimmed(of: ".,;:-–")
    return name.isEmpty ? nil : name
  }
}
