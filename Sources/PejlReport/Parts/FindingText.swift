package import PejlText

/// What pages say of a reader's finding: findings speak English, pages do not.
struct FindingText {
  let words: Words

  /// The catalogue's sentence for the finding's code, with what it takes from the message; the message itself where the
  /// catalogue has no sentence.
  ///
  /// A sentence may name the numbers of the message in order (`{1}`), the word that follows others (`{after read as}`), and all
  /// that follows some characters (`{rest stands:}`). When the message lacks one of them the sentence `….plain` stands in.
  func text(_ finding: Diagnostic) -> String {
    let key = "diagnostic.\(finding.code)"
    guard let sentence = words.text(key) else { return ShownText.shortened(finding.message, to: 400) }
    return filled(sentence, from: finding.message) ?? words.text("\(key).plain")
      ?? ShownText.shortened(finding.message, to: 400)
  }

  private func filled(_ sentence: String, from message: String) -> String? {
    var result = ""
    var rest = sentence[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      guard let value = value(rest[rest.index(after: open)..<close], in: message) else { return nil }
      result += rest[..<open] + value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private func value(_ name: Substring, in message: String) -> String? {
    if let index = Int(name) {
      let numbers = message.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
      return numbers.indices.contains(index - 1) ? words.number(numbers[index - 1]) : nil
    }
    if name.hasPrefix("rest ") {
      return message.firstRange(of: name.dropFirst("rest ".count)).map { found in
        ShownText.shortened(String(message[found.upperBound...]), to: 400)
      }
    }
    guard name.hasPrefix("after ") else { return nil }
    let lead = name.dropFirst("after ".count).split(separator: " ")
    let tokens = message.split(whereSeparator: \.isWhitespace)
    for start in tokens.indices where tokens[start...].starts(with: lead) && start + lead.count < tokens.count {
      return String(tokens[start + lead.count].prefix { !",;.".contains($0) })
    }
    return nil
  }
}

extension ReportContext {
  /// What pages say of a finding.
  package func message(_ finding: Diagnostic) -> String { FindingText(words: words).text(finding) }
}
