internal import PejlCodebook
internal import PejlDanish
internal import PejlHearing
internal import PejlSegment
internal import PejlTagging
internal import PejlText

extension TaggedResponse {
  /// What pages, figures and comparisons need of the response: the text with its passages and tags. How a calibration weighed
  /// them, the learned words that add little, and the structure of the file are left out.
  var blob: [UInt8] {
    var writer = ByteWriter()
    for text in [id, file, sha256, document.format] { writer.write(text) }
    writer.write(raw: document.text.bytes)
    document.metadata.write(to: &writer)
    writer.write(document.notes) { $1.write(to: &$0) }
    writer.write(document.recognition) { $1.write(to: &$0) }
    respondent.write(to: &writer)
    writer.write(noise) { writer, noise in
      for count in [noise.letters, noise.danishLetters, noise.words, noise.unknownWords] { writer.write(count) }
    }
    writer.write(passages) { $1.write(to: &$0) }
    return writer.finish()
  }

  /// The response in `blob`, of `hearing`.
  init(blob: [UInt8], hearing: Hearing) throws(ByteReader.Damaged) {
    var reader = try ByteReader(blob)
    let (id, file) = (try reader.string(), try reader.string())
    let (sha256, format) = (try reader.string(), try reader.string())
    let text = UTF8Text(trusted: try reader.raw())
    let metadata = try Document.Metadata(from: &reader)
    let notes = try reader.array { (reader) throws(ByteReader.Damaged) in try Diagnostic(from: &reader) }
    let recognition = try reader.optional { (reader) throws(ByteReader.Damaged) in
      try Document.Recognition(from: &reader)
    }
    let respondent = try RespondentMatch(from: &reader, hearing: hearing)
    let noise = try reader.optional { (reader) throws(ByteReader.Damaged) in
      RecognitionNoise(
        letters: try reader.integer(), danishLetters: try reader.integer(), words: try reader.integer(),
        unknownWords: try reader.integer())
    }
    var position = 0
    var number = 0
    let passages = try reader.array { (reader) throws(ByteReader.Damaged) in
      number += 1
      return try TaggedPassage(from: &reader, number: number, start: &position)
    }
    self.init(
      id: id, file: file, sha256: sha256,
      document: Document(
        format: format, text: text, blocks: [], metadata: metadata, sourceMap: SourceMap(parts: [], runs: []),
        notes: notes, recognition: recognition),
      respondent: respondent, annex: hearing.annex(ofFile: file), passages: passages, noise: noise)
  }
}

extension RespondentMatch {
  private static let bases: [Basis] = [
    .annex, .address, .fileName, .title, .sender, .opening, .closing, .unknown, .human,
  ]

  func write(to writer: inout ByteWriter) {
    writer.write(respondent?.id)
    writer.write(kind, among: Respondent.Kind.allCases)
    writer.write(basis, among: Self.bases)
    writer.write(evidence)
  }

  init(from reader: inout ByteReader, hearing: Hearing) throws(ByteReader.Damaged) {
    let id = try reader.optionalString()
    let respondent = hearing.respondents.lazy.flatMap { [$0] + $0.members }.first { $0.id == id }
    guard id == nil || respondent != nil else { throw ByteReader.Damaged() }
    self.init(
      respondent: respondent, kind: try reader.one(among: Respondent.Kind.allCases),
      basis: try reader.one(among: Self.bases), evidence: try reader.optionalString())
  }
}

extension TaggedPassage {
  private static let kinds: [Passage.Kind] = [
    .paragraph, .heading, .listItem, .remark, .tableCell, .footnote, .furniture, .quotedMail, .signature,
  ]

  func write(to writer: inout ByteWriter) {
    writer.write(passage.id)
    writer.write(passage.span.length)
    writer.write(passage.core.start - passage.span.start)
    writer.write(passage.core.length)
    writer.write(passage.kind, among: Self.kinds)
    writer.write(passage.level)
    writer.write(passage.page)
    switch disposition {
    case .tagged: writer.write(0)
    case .untagged: writer.write(1)
    case .setAside(let reason):
      writer.write(2)
      writer.write(reason)
    }
    writer.write(tags) { $1.write(to: &$0) }
    writer.write(uncertain) { writer, word in
      writer.write(word.span)
      writer.write(word.meaning)
    }
  }

  /// The passage that begins at `start`, which is moved to its end.
  init(from reader: inout ByteReader, number: Int, start: inout Int) throws(ByteReader.Damaged) {
    let id = try reader.string()
    let span = TextSpan(start, start + min(try reader.integer(), 1 << 40))
    start = span.end
    let core = try reader.span().shifted(by: span.start)
    let passage = Passage(
      id: id, number: number, span: span, core: core, kind: try reader.one(among: Self.kinds),
      level: try reader.integer(), page: try reader.optionalInteger())
    let disposition: Disposition
    switch try reader.integer() {
    case 0: disposition = .tagged
    case 1: disposition = .untagged
    default: disposition = .setAside(try reader.string())
    }
    let tags = try reader.array { (reader) throws(ByteReader.Damaged) in try Tag(from: &reader) }
    let uncertain = try reader.array { (reader) throws(ByteReader.Damaged) in
      UncertainWord(span: try reader.span(), meaning: try reader.string())
    }
    self.init(passage: passage, disposition: disposition, tags: tags, uncertain: uncertain)
  }
}

extension Tag {
  private static let bases: [Basis] = [.human, .reference, .quotation, .keyword, .heading]

  func write(to writer: inout ByteWriter) {
    writer.write(code)
    writer.write(facet, among: Facet.ID.allCases)
    writer.write(basis, among: Self.bases)
    writer.write(score)
    writer.write(sum) { $0.write($1.certainty) }
    writer.write(tellingReasons) { writer, reason in
      writer.write(reason.rule)
      writer.write(reason.weight)
      writer.write(reason.evidence) { $0.write($1) }
    }
  }

  init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    let code = try reader.string()
    let facet = try reader.one(among: Facet.ID.allCases)
    let basis = try reader.one(among: Self.bases)
    let score = try reader.double()
    let certainty = try reader.optional { (reader) throws(ByteReader.Damaged) in try reader.double() }
    let reasons = try reader.array { (reader) throws(ByteReader.Damaged) in
      Tag.Reason(
        rule: try reader.string(), weight: try reader.double(),
        evidence: try reader.array { (reader) throws(ByteReader.Damaged) in try reader.span() })
    }
    self.init(
      code: code, facet: facet, basis: basis, score: score, reasons: reasons,
      sum: certainty.map { Sum(parts: [], certainty: $0) })
  }
}
