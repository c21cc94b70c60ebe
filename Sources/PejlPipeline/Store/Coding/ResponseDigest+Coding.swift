internal import PejlAnalysis
internal import PejlDuplicates
internal import PejlHearing
internal import PejlTagging

extension ResponseDigest {
  private static let bases: [Tag.Basis] = [.human, .reference, .quotation, .keyword, .heading]

  func write(to writer: inout ByteWriter) {
    for text in [id, file, sha256, format] { writer.write(text) }
    respondent.write(to: &writer)
    account.write(to: &writer)
    writer.write(isComplete)
    writer.write(isNoAnswer)
    writer.write(isNoisy)
    writer.write(passages) { $0.write($1) }
    writer.write(entries) { writer, entry in
      writer.write(entry.code)
      writer.write(entry.passage)
      writer.write(entry.tag)
      writer.write(entry.basis, among: Self.bases)
      writer.write(entry.score)
      writer.write(entry.stances) { $0.write($1) }
    }
    writer.write(touches) { writer, touch in
      writer.write(touch.code)
      writer.write(touch.passages)
    }
    writer.write(outside) { $0.write($1) }
    writer.write(counted) { writer, passage in
      writer.write(passage.passage)
      writer.write(passage.stances) { $0.write($1) }
      passage.sketch.write(to: &writer)
    }
    writer.write(word: wording)
  }

  init(from reader: inout ByteReader, hearing: Hearing) throws(ByteReader.Damaged) {
    let (id, file) = (try reader.string(), try reader.string())
    let (sha256, format) = (try reader.string(), try reader.string())
    let respondent = try RespondentMatch(from: &reader, hearing: hearing)
    let account = try Account(from: &reader)
    let isComplete = try reader.flag()
    let isNoAnswer = try reader.flag()
    let isNoisy = try reader.flag()
    let passages = try reader.array { (reader) throws(ByteReader.Damaged) in try reader.string() }
    let entries = try reader.array { (reader) throws(ByteReader.Damaged) in
      Entry(
        code: try reader.integer(), passage: try reader.integer(), tag: try reader.integer(),
        basis: try reader.one(among: Self.bases), score: try reader.double(),
        stances: try reader.array { (reader) throws(ByteReader.Damaged) in try reader.string() })
    }
    let touches = try reader.array { (reader) throws(ByteReader.Damaged) in
      Touch(code: try reader.integer(), passages: try reader.integer())
    }
    let outside = try reader.array { (reader) throws(ByteReader.Damaged) in try reader.integer() }
    self.init(
      id: id, file: file, sha256: sha256, format: format, respondent: respondent, annex: hearing.annex(ofFile: file),
      account: account, isComplete: isComplete, isNoAnswer: isNoAnswer, isNoisy: isNoisy, passages: passages,
      entries: entries, touches: touches, outside: outside,
      counted: try reader.array { (reader) throws(ByteReader.Damaged) in
        Counted(
          passage: try reader.integer(),
          stances: try reader.array { (reader) throws(ByteReader.Damaged) in try reader.string() },
          sketch: try TextSketch(from: &reader))
      }, wording: try reader.word())
  }
}

extension Account {
  fileprivate func write(to writer: inout ByteWriter) {
    for count in [passages, tagged, untagged, headings, outside, characters] { writer.write(count) }
    writer.write(reasons) { writer, reason in
      writer.write(reason.reason)
      writer.write(reason.count)
    }
  }

  fileprivate init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    self.init()
    passages = try reader.integer()
    tagged = try reader.integer()
    untagged = try reader.integer()
    headings = try reader.integer()
    outside = try reader.integer()
    characters = try reader.integer()
    for _ in 0..<(try reader.integer()) {
      let reason = try reader.string()
      setAside[reason] = try reader.integer()
    }
  }
}
