internal import PejlCodebook
internal import PejlDanish
internal import PejlHearing
internal import PejlSegment
internal import PejlTagging
internal import PejlText

/// Tagged responses as lines of JSON.
struct TaggedLines {
  private let detail: TagStream.Detail
  private let fingerprint: String
  private var json = JSONWriter()
  private var findings: [Diagnostic] = []

  init(_ detail: TagStream.Detail, fingerprint: String) {
    self.detail = detail
    self.fingerprint = fingerprint
  }

  /// Gives up the lines and the findings since the last time.
  mutating func take() -> (bytes: [UInt8], findings: [Diagnostic]) {
    defer { findings = [] }
    return (json.take(), findings)
  }

  /// Writes the line of `part`, unless it is done.
  mutating func write(_ part: ResponseTagger.Outcome.Part, skipping done: Set<String>) {
    switch part {
    case .response(let response, let place): if !done.contains(response.id) { write(response, place: place) }
    case .unread(let id, let finding):
      if !done.contains(id) { write(finding, id: id, file: finding.path ?? id) }
    }
  }

  /// Writes that the line `number` of the input `name` could not be used.
  mutating func refuse(_ id: String?, _ message: String, _ name: String, _ number: Int) {
    let finding = Diagnostic(.error, code: "tag.line", message, path: name, line: number)
    write(finding, id: id, file: id ?? "\(name):\(number)")
  }

  private mutating func write(_ finding: Diagnostic, id: String?, file: String) {
    findings.append(finding)
    json.object { json in
      if let id { json.string(id, "id") } else { json.null("id") }
      json.string(finding.message, "error")
      json.string(finding.code, "code")
      json.string(file, "file")
    }
    json.endLine()
  }

  private mutating func write(_ response: TaggedResponse, place: Int) {
    var places = PlacesInScalars(response.document.text)
    let (detail, fingerprint) = (detail, fingerprint)
    json.object { json in
      json.string(response.id, "id")
      json.string(response.file, "file")
      json.string(response.sha256, "sha256")
      if let party = response.respondent.respondent { json.string(party.id, "respondent") }
      json.string(response.respondent.kind.rawValue, "kind")
      if detail == .partial {
        if place > 0 { json.integer(place, "part") }
        Self.writeRest(of: response, fingerprint, to: &json)
      }
      json.array("passages") { json in
        for passage in response.passages { Self.write(passage, &places, detail, to: &json) }
      }
    }
    json.endLine()
  }

  /// What only reports need of a response.
  private static func writeRest(of response: TaggedResponse, _ fingerprint: String, to json: inout JSONWriter) {
    json.string(fingerprint, "codebook")
    json.string(response.respondent.basis.rawValue, "matched-by")
    if let evidence = response.respondent.evidence { json.string(evidence, "matched-text") }
    let document = response.document
    json.string(document.format, "format")
    if let title = document.metadata.title { json.string(title, "title") }
    if let name = document.metadata.senderName { json.string(name, "sender") }
    if let address = document.metadata.senderAddress { json.string(address, "address") }
    if let date = document.metadata.date { json.string(date, "date") }
    json.array("notes") { json in
      for note in document.notes {
        json.object { json in
          json.string(note.severity.rawValue, "severity")
          json.string(note.code, "code")
          json.string(note.message, "message")
          if let path = note.path { json.string(path, "path") }
          if let line = note.line { json.integer(line, "line") }
        }
      }
    }
    writeRecognition(of: response, to: &json)
    json.string(utf8: document.text.bytes[...], "text")
  }

  /// How well the text was recognised, and how noisy it is.
  private static func writeRecognition(of response: TaggedResponse, to json: inout JSONWriter) {
    if let recognition = response.document.recognition {
      json.object("recognition") { json in
        json.array("pages") { json in recognition.pages.forEach { json.integer($0) } }
        json.integer(recognition.words, "words")
        json.integer(recognition.uncertainWords, "uncertain-words")
        json.number(recognition.confidence, "confidence")
      }
    }
    if let noise = response.noise {
      json.object("noise") { json in
        json.integer(noise.letters, "letters")
        json.integer(noise.danishLetters, "danish-letters")
        json.integer(noise.words, "words")
        json.integer(noise.unknownWords, "unknown-words")
      }
    }
  }

  private static func write(
    _ tagged: TaggedPassage, _ places: inout PlacesInScalars, _ detail: TagStream.Detail, to json: inout JSONWriter
  ) {
    let passage = tagged.passage
    json.object { json in
      json.string(passage.id, "id")
      places.begin(passage.span)
      json.integer(places.start, "start")
      json.integer(places.end, "end")
      json.string(passage.kind.rawValue, "kind")
      if let page = passage.page { json.integer(page, "page") }
      if detail == .partial {
        if passage.level > 0 { json.integer(passage.level, "level") }
        if passage.core != passage.span { json.array("core") { places.write(passage.core, to: &$0) } }
      }
      switch tagged.disposition {
      case .tagged: json.string("tagged", "disposition")
      case .untagged: json.string("untagged", "disposition")
      case .setAside(let reason):
        json.string("set-aside", "disposition")
        json.string(reason, "reason")
      }
      if detail == .partial, !tagged.uncertain.isEmpty {
        json.array("uncertain") { json in
          for word in tagged.uncertain {
            json.array { json in
              places.write(word.span, to: &json)
              json.string(word.meaning)
            }
          }
        }
      }
      guard !tagged.tags.isEmpty else { return }
      json.array("tags") { json in
        for tag in tagged.tags { write(tag, places, detail, to: &json) }
      }
    }
  }

  private static func write(
    _ tag: Tag, _ places: PlacesInScalars, _ detail: TagStream.Detail, to json: inout JSONWriter
  ) {
    json.object { json in
      json.string(tag.code, "code")
      json.string(tag.facet.rawValue, "facet")
      json.string(tag.basis.rawValue, "basis")
      json.number(tag.score, "score")
      if let sum = tag.sum { json.number(sum.certainty, "certainty") }
      json.array("reasons") { json in
        for reason in tag.reasons {
          json.object { json in
            json.string(reason.rule, "rule")
            json.number(reason.weight, "weight")
            json.array("evidence") { json in
              for span in reason.evidence { json.array { places.write(span, to: &$0) } }
            }
          }
        }
      }
      guard detail == .partial, let sum = tag.sum else { return }
      json.array("weighed") { json in
        for part in sum.parts {
          json.array { json in
            json.string(part.name)
            json.number(part.value)
            json.number(part.adds)
          }
        }
      }
    }
  }
}
