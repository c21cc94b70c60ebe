internal import PejlHistory
internal import PejlXML

/// Writes `timeline.xml`: several rounds side by side.
struct TimelineXML {
  let timeline: Timeline

  /// The document.
  func bytes() throws -> [UInt8] {
    let xml = XMLWriter()
    xml.element("timeline", [("xmlns", ReportSchema.timeline.namespace)]) {
      for (number, round) in timeline.rounds.enumerated() {
        xml.emptyElement(
          "round",
          [
            ("number", String(number + 1)), ("title", round.title), ("end", round.end),
            ("responses", String(round.responses.count)), ("codebook-version", round.codebookVersion),
          ])
      }
      for line in timeline.lines {
        xml.element("code", [("id", line.code.id), ("name", line.code.name)]) {
          for (number, cell) in line.rounds.enumerated() {
            guard let cell else { continue }
            xml.emptyElement(
              "in",
              [("round", String(number + 1)), ("parties", String(cell.parties)), ("passages", String(cell.passages))])
          }
        }
      }
      for body in timeline.bodies {
        xml.element("body", [("name", body.name)]) {
          for (number, part) in body.parts.enumerated() {
            xml.emptyElement(
              "part",
              [
                ("round", String(number + 1)), ("answered", part.hasAnswered ? "true" : "false"),
                ("passages", String(part.passages)), ("codes", part.codes.sorted().joined(separator: " ")),
              ])
          }
          for ask in body.asks {
            xml.element(
              "ask",
              [
                ("round", String(ask.round + 1)), ("passage", ask.passage),
                ("codes", ask.codes.joined(separator: " ")), ("stances", ask.stances.joined(separator: " ")),
                ("repeats", ask.repeated?.passage), ("repeats-round", ask.repeated.map { String($0.round + 1) }),
                ("likeness", ask.repeated?.likeness.twoDecimals),
              ], text: ask.text)
          }
        }
      }
    }
    return xml.finish()
  }
}
