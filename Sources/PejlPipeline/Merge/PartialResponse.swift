internal import PejlCodebook
internal import PejlDanish
internal import PejlHearing
internal import PejlSegment
internal import PejlTagging
internal import PejlText

/// A tagged response as a line of JSON holds it.
struct PartialResponse {
  let id: String
  /// Which codebook it was tagged with.
  let fingerprint: String
  /// The place among the documents of its file, from 0.
  let place: Int
  private let value: JSONValue
  private typealias Fault = PartialLine.Fault

  init(id: String, fingerprint: String, value: JSONValue) {
    self.id = id
    self.fingerprint = fingerprint
    self.value = value
    place = value["part"]?.integer ?? 0
  }

  /// The response as it was tagged.
  func response(in hearing: Hearing) throws(PartialLine.Fault) -> TaggedResponse {
    guard case .string(let bytes)? = value["text"] else { throw lacking("text") }
    let file = try text("file")
    var metadata = Document.Metadata()
    metadata.title = value["title"]?.text
    metadata.senderName = value["sender"]?.text
    metadata.senderAddress = value["address"]?.text
    metadata.date = value["date"]?.text
    var notes: [Diagnostic] = []
    for note in value["notes"]?.elements ?? [] { notes.append(try self.note(note)) }
    let document = Document(
      format: try text("format"), text: UTF8Text(trusted: bytes), blocks: [], metadata: metadata,
      sourceMap: SourceMap(parts: [], runs: []), notes: notes, recognition: try recognition())
    let places = ScalarPlaces(document.text)
    var passages: [TaggedPassage] = []
    for passage in value["passages"]?.elements ?? [] {
      passages.append(try self.passage(passage, number: passages.count + 1, document.text, places))
    }
    return TaggedResponse(
      id: id, file: file, sha256: try text("sha256"), document: document, respondent: try respondent(hearing),
      annex: hearing.annex(ofFile: file), passages: passages, noise: try noise())
  }

  private func lacking(_ name: String) -> PartialLine.Fault {
    Fault(message: "\"\(name)\" is missing or wrong; give the line as \"pejl tag --partial\" wrote it")
  }

  private func text(_ name: String, of owner: JSONValue? = nil) throws(PartialLine.Fault) -> String {
    guard let text = (owner ?? value)[name]?.text else { throw lacking(name) }
    return text
  }

  private func named<Value: RawRepresentable<String>>(
    _ name: String, of owner: JSONValue? = nil
  ) throws(PartialLine.Fault) -> Value {
    guard let value = Value(rawValue: try text(name, of: owner)) else { throw lacking(name) }
    return value
  }

  private func number(_ name: String, of owner: JSONValue) throws(PartialLine.Fault) -> Double {
    guard let number = owner[name]?.number else { throw lacking(name) }
    return number
  }

  private func integer(_ name: String, of owner: JSONValue) throws(PartialLine.Fault) -> Int {
    guard let integer = owner[name]?.integer else { throw lacking(name) }
    return integer
  }

  private func recognition() throws(PartialLine.Fault) -> Document.Recognition? {
    guard let recognition = value["recognition"] else { return nil }
    return Document.Recognition(
      pages: (recognition["pages"]?.elements ?? []).compactMap(\.integer),
      words: try integer("words", of: recognition), uncertainWords: try integer("uncertain-words", of: recognition),
      confidence: try number("confidence", of: recognition))
  }

  private func noise() throws(PartialLine.Fault) -> RecognitionNoise? {
    guard let noise = value["noise"] else { return nil }
    return RecognitionNoise(
      letters: try integer("letters", of: noise), danishLetters: try integer("danish-letters", of: noise),
      words: try integer("words", of: noise), unknownWords: try integer("unknown-words", of: noise))
  }

  private func respondent(_ hearing: Hearing) throws(PartialLine.Fault) -> RespondentMatch {
    let party = value["respondent"]?.text
    let known = hearing.respondents.flatMap { [$0] + $0.members }.first { $0.id == party }
    if let party, known == nil {
      throw Fault(message: "the hearing has no respondent \"\(party)\"; merge with the hearing that it was tagged with")
    }
    return RespondentMatch(
      respondent: known, kind: try named("kind"), basis: try named("matched-by"), evidence: value["matched-text"]?.text)
  }

  private func note(_ note: JSONValue) throws(PartialLine.Fault) -> Diagnostic {
    Diagnostic(
      try named("severity", of: note), code: try text("code", of: note), try text("message", of: note),
      path: note["path"]?.text, line: note["line"]?.integer)
  }

  private func passage(
    _ passage: JSONValue, number: Int, _ text: UTF8Text, _ places: ScalarPlaces
  ) throws(PartialLine.Fault) -> TaggedPassage {
    guard let start = passage["start"]?.integer, let end = passage["end"]?.integer, let span = places.span(start, end)
    else { throw lacking("start") }
    var core = span
    if let inner = passage["core"] { core = try self.span(inner, "core", places) }
    let disposition: TaggedPassage.Disposition
    switch try self.text("disposition", of: passage) {
    case "tagged": disposition = .tagged
    case "untagged": disposition = .untagged
    case "set-aside": disposition = .setAside(try self.text("reason", of: passage))
    default: throw lacking("disposition")
    }
    var tags: [Tag] = []
    for tag in passage["tags"]?.elements ?? [] { tags.append(try self.tag(tag, places)) }
    return TaggedPassage(
      passage: Passage(
        id: try self.text("id", of: passage), number: number, span: span, core: core,
        kind: try named("kind", of: passage), level: passage["level"]?.integer ?? 0, page: passage["page"]?.integer),
      disposition: disposition, tags: tags, uncertain: try uncertain(passage, places))
  }

  private func uncertain(_ passage: JSONValue, _ places: ScalarPlaces) throws(PartialLine.Fault) -> [UncertainWord] {
    var words: [UncertainWord] = []
    for word in passage["uncertain"]?.elements ?? [] {
      guard let parts = word.elements, parts.count == 3, let start = parts[0].integer, let end = parts[1].integer,
        let span = places.span(start, end), let meaning = parts[2].text
      else { throw lacking("uncertain") }
      words.append(UncertainWord(span: span, meaning: meaning))
    }
    return words
  }

  private func tag(_ tag: JSONValue, _ places: ScalarPlaces) throws(PartialLine.Fault) -> Tag {
    var reasons: [Tag.Reason] = []
    for reason in tag["reasons"]?.elements ?? [] {
      var evidence: [TextSpan] = []
      for place in reason["evidence"]?.elements ?? [] { evidence.append(try span(place, "evidence", places)) }
      reasons.append(
        Tag.Reason(rule: try text("rule", of: reason), weight: try number("weight", of: reason), evidence: evidence))
    }
    var sum: Tag.Sum?
    if tag["certainty"] != nil {
      var parts: [Tag.Sum.Part] = []
      for part in tag["weighed"]?.elements ?? [] {
        guard let part = part.elements, part.count == 3, let name = part[0].text, let value = part[1].number,
          let adds = part[2].number
        else { throw lacking("weighed") }
        parts.append(Tag.Sum.Part(name: name, value: value, adds: adds))
      }
      sum = Tag.Sum(parts: parts, certainty: try number("certainty", of: tag))
    }
    return Tag(
      code: try text("code", of: tag), facet: try named("facet", of: tag), basis: try named("basis", of: tag),
      score: try number("score", of: tag), reasons: reasons, sum: sum)
  }

  private func span(_ value: JSONValue, _ name: String, _ places: ScalarPlaces) throws(PartialLine.Fault) -> TextSpan {
    guard let ends = value.elements, ends.count == 2, let start = ends[0].integer, let end = ends[1].integer,
      let span = places.span(start, end)
    else { throw lacking(name) }
    return span
  }
}

/// The places of a text in bytes, by their number in Unicode scalars.
private struct ScalarPlaces {
  /// The place of every 64th scalar.
  private var marks: [Int] = []
  private let bytes: [UInt8]
  private let count: Int

  init(_ text: UTF8Text) {
    bytes = text.bytes
    var scalars = 0
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
      if scalars % 64 == 0 { marks.append(index) }
      scalars += 1
    }
    count = scalars
  }

  /// The bytes of the scalars from `start` to `end`; nil where the text does not reach so far.
  func span(_ start: Int, _ end: Int) -> TextSpan? {
    guard 0 <= start, start <= end, end <= count else { return nil }
    return TextSpan(place(start), place(end))
  }

  private func place(_ scalar: Int) -> Int {
    guard scalar < count else { return bytes.count }
    var index = marks[scalar / 64]
    for _ in 0..<scalar % 64 {
      index += 1
      while bytes[index] & 0xC0 == 0x80 { index += 1 }
    }
    return index
  }
}
