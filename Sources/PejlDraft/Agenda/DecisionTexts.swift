internal import PejlHearing

/// Takes decisions out of the parts of an agenda item.
struct DecisionTexts {
  let labels: LabelList
  let dates: DateReader

  /// The decisions in order; one without a body of its own is that of the meeting.
  func decisions(_ sections: AgendaSections, meeting: (body: String?, date: String?)) -> [Hearing.Decision] {
    var found: [Hearing.Decision] = []
    for section in sections.all(.decisions) {
      let texts = section.texts
      guard let first = texts.first else { continue }
      if section.opening.isEmpty {
        found += several(texts, meeting: meeting)
        continue
      }
      // A heading that breaks before its date goes on in the next line.
      var heading = first
      var rest = Array(texts.dropFirst())
      if dates.dates(in: words(heading)).isEmpty, let next = rest.first {
        heading += " " + next
        rest.removeFirst()
      }
      if let (body, date, text) = parted(heading) { add(body, date, [text] + rest, to: &found) }
    }
    return found
  }

  /// Decisions beneath one label: each line that begins with a body and a date begins one.
  private func several(_ texts: [String], meeting: (body: String?, date: String?)) -> [Hearing.Decision] {
    var found: [Hearing.Decision] = []
    var open: (body: String?, date: String?, texts: [String])?
    func close() {
      if let open { add(open.body, open.date, open.texts, to: &found) }
      open = nil
    }
    for text in texts {
      if let (body, date, rest) = parted(text), let body, body.split(separator: " ").count <= 8,
        body.first?.isUppercase == true
      {
        close()
        open = (body, date, [rest])
      } else if open != nil {
        open?.texts.append(text)
      } else {
        open = (meeting.body, meeting.date, [text])
      }
    }
    close()
    return found
  }

  private func add(_ body: String?, _ date: String?, _ texts: [String], to found: inout [Hearing.Decision]) {
    let text = texts.joined(separator: " ").folded
    guard !text.isEmpty || body != nil else { return }
    guard !text.isEmpty else { return }
    found.append(Hearing.Decision(body: body, date: date, text: text))
  }

  /// A line's body, date and what stands behind them; nil without a date.
  private func parted(_ text: String) -> (body: String?, date: String, rest: String)? {
    let words = words(text)
    guard let date = dates.dates(in: words).first else { return nil }
    var body = Array(words[..<date.words.lowerBound])
    while let last = body.last, labels["date-words"].contains(last.lowercased().trimmed(of: ",")) { body.removeLast() }
    let name = body.joined(separator: " ").trimmed(of: ",;:–-")
    var rest = Array(words[date.words.upperBound...])
    // "pkt. 7:" says where in the agenda it stood.
    if rest.count > 1, labels.holds(rest[0].trimmed(of: ",:"), "item"), rest[1].contains(where: \.isNumber) {
      rest.removeFirst(2)
    }
    return (name.isEmpty ? nil : name, date.date, rest.joined(separator: " ").trimmed(of: ":,–- "))
  }

  private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
