internal import PejlHistory

/// The page that shows several rounds side by side.
struct TimelinePage {
  let timeline: Timeline
  let version: String
  let words: Words

  /// The values of the template `timeline`.
  var fields: Fields {
    [
      "pageTitle": words["page.timeline"],
      "caseTitle": ShownText.shortened(timeline.rounds.last?.title ?? "", to: 120),
      "menuLabel": words["menu.sections"],
      "menu": ["bodies", "objectives", "asks"].map { name -> Fields in
        ["address": "#\(name)", "label": words["timeline.\(name)"]]
      },
      "version": version,
      "rounds": timeline.rounds.enumerated().map { number, round -> Fields in
        [
          "label": label(number), "roundTitle": ShownText.shortened(round.title, to: 120), "end": round.end,
          "answers": words.count(round.responses.count, "response"),
        ]
      },
      "bodies": timeline.bodies.map(body),
      "lines": timeline.lines.map { line -> Fields in
        [
          "code": line.code.id, "name": line.code.name,
          "cells": line.rounds.map { cell -> Fields in
            [
              "parties": cell.map { words.number($0.parties) } ?? "–",
              "passages": cell.map { words.count($0.passages, "passage") }, "isZero": cell?.parties == 0,
            ]
          },
        ]
      },
      "asking": timeline.bodies.filter { !$0.asks.isEmpty }.map(asks),
      "hasAsking": timeline.bodies.contains { !$0.asks.isEmpty },
    ]
  }

  private func label(_ round: Int) -> String { words.filled("timeline.round", ["number": words.number(round + 1)]) }

  private func body(_ body: Timeline.Body) -> Fields {
    [
      "body": ShownText.shortened(body.name, to: 90),
      "cells": body.parts.map { part -> Fields in
        [
          "passages": part.hasAnswered ? words.count(part.passages, "passage") : words["timeline.silent"],
          "codes": part.codes.isEmpty ? nil : part.codes.sorted().joined(separator: ", "), "isZero": !part.hasAnswered,
        ]
      },
      "repeats": words.number(body.asks.count { $0.repeated != nil }),
    ]
  }

  private func asks(_ body: Timeline.Body) -> Fields {
    [
      "body": ShownText.shortened(body.name, to: 90),
      "asks": body.asks.map { ask -> Fields in
        [
          "label": label(ask.round),
          "text": ShownText.shortened(
            ask.text.split(whereSeparator: \.isWhitespace).joined(separator: " "), to: 400),
          "codes": (ask.codes + ask.stances.map { words.text("stance.\($0).label") ?? $0 }).joined(separator: ", "),
          "id": ask.passage,
          "repeated": ask.repeated.map { earlier in
            words.filled(
              "timeline.repeated",
              ["round": label(earlier.round), "percent": String(Int((earlier.likeness * 100).rounded()))])
          },
        ]
      },
    ]
  }
}
