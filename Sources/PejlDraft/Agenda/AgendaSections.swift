/// The parts of an agenda item, as its labels part them.
struct AgendaSections {
  /// What a part is about.
  enum Topic: Equatable {
    case head, procedure, annexes, decisions, absent, heard, other
  }

  /// A part.
  struct Section {
    let topic: Topic
    /// What stands behind the label on its line.
    let opening: String
    var lines: [TextLine]

    /// The opening and the lines.
    var texts: [String] { (opening.isEmpty ? [] : [opening]) + lines.map(\.text) }
  }

  private(set) var sections: [Section] = [Section(topic: .head, opening: "", lines: [])]

  init(_ lines: [TextLine], labels: LabelList, dates: DateReader) {
    for (index, line) in lines.enumerated() {
      let next = index + 1 < lines.count ? lines[index + 1].text : ""
      if let (topic, opening) = Self.label(line.text, next: next, labels, dates) {
        sections.append(Section(topic: topic, opening: opening, lines: []))
      } else {
        sections[sections.count - 1].lines.append(line)
      }
    }
  }

  /// The parts of that topic.
  func all(_ topic: Topic) -> [Section] { sections.filter { $0.topic == topic } }

  /// What a line begins, if it is a label, with what stands behind it.
  private static func label(_ line: String, next: String, _ labels: LabelList, _ dates: DateReader) -> (Topic, String)?
  {
    let text = line.trimmed(of: "#*_|")
    let words = text.split(separator: " ").map(String.init)
    if let rest = labels.rest(of: text, after: "decision-by"), !rest.hasPrefix(": ") || rest.count > 2 {
      let near = words + next.split(separator: " ").prefix(4).map(String.init)
      if !dates.dates(in: near).isEmpty, words.count < 40 || !dates.dates(in: Array(words.prefix(16))).isEmpty {
        return (.decisions, rest)
      }
    }
    let topics: [(Topic, String)] = [
      (.annexes, "annexes"), (.procedure, "procedure"), (.decisions, "decisions"), (.absent, "absent"),
      (.heard, "heard"), (.other, "sections"),
    ]
    for (topic, section) in topics {
      if labels.isWhole(text, section) { return (topic, "") }
      if let rest = labels.rest(of: text, after: section), rest.hasPrefix(": ") {
        return (topic, String(rest.dropFirst(2)))
      }
    }
    return nil
  }
}
