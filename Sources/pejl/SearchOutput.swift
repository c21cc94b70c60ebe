internal import PejlPipeline
internal import PejlStore
internal import PejlText

/// What a search found, for a terminal or as JSON.
struct SearchOutput {
  let query: String
  let found: SearchHits

  /// A passage in three lines; what was looked for is bold on a terminal, and stands in brackets elsewhere.
  func text(isTerminal: Bool) -> String {
    let (open, close) = isTerminal ? ("\u{1B}[1m", "\u{1B}[0m") : ("[", "]")
    var lines: [String] = []
    for hit in found.hits {
      let place = hit.page.map { ", page \($0)" } ?? ""
      let codes = hit.codes.isEmpty ? "" : ": \(hit.codes.map(\.code).joined(separator: " "))"
      let reason = hit.reason.map { " (set aside: \($0))" } ?? ""
      lines += [
        "\(hit.sender ?? "unknown sender"), \(hit.file)\(place)\(codes)\(reason)",
        "  " + SearchSnippet(hit).text(open: "\u{2}", close: "\u{3}"), "  \(hit.passage)", "",
      ]
    }
    let shown = found.hits.count < found.passages ? "; \(found.hits.count) are shown" : ""
    let (passages, answers) = (found.passages, found.responses)
    lines.append(
      "\(passages) \(passages == 1 ? "passage" : "passages") in \(answers) \(answers == 1 ? "answer" : "answers")\(shown)"
    )
    return lines.map { Self.plain($0, open, close) }.joined(separator: "\n")
  }

  /// The passages with all that is known of them; places of marks count Unicode scalars of the text, end exclusive.
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.string(query, "query")
      writer.integer(found.passages, "passages")
      writer.integer(found.responses, "responses")
      writer.array("hits") { writer in
        for hit in found.hits { Self.write(hit, to: &writer) }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func write(_ hit: SearchHits.Hit, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.string(hit.passage, "passage")
      writer.string(hit.response, "response")
      writer.string(hit.file, "file")
      if let page = hit.page { writer.integer(page, "page") }
      if let sender = hit.sender { writer.string(sender, "respondent") }
      writer.string(hit.kind, "kind")
      writer.array("codes") { writer in
        for code in hit.codes { writer.string(code.code) }
      }
      if let reason = hit.reason { writer.string(reason, "reason") }
      writer.string(SearchSnippet(hit).text(open: "[", close: "]"), "snippet")
      writer.string(hit.text, "text")
      writer.array("marks") { writer in
        var counter = ScalarCounter(UTF8Text(hit.text))
        for mark in hit.marks {
          let scalars = counter.scalars(of: mark)
          writer.array { writer in
            writer.integer(scalars.lowerBound)
            writer.integer(scalars.upperBound)
          }
        }
      }
    }
  }

  /// `text` with nothing in it that a terminal obeys, and the signs for marks in the place of what stands for them.
  private static func plain(_ text: String, _ open: String, _ close: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 2: result += open
      case 3: result += close
      case 0..<0x20, 0x7F..<0xA0: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
