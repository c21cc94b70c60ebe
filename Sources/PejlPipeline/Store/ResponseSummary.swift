internal import PejlAnalysis
internal import PejlHearing
internal import PejlPrivacy

/// What the store keeps of a response so that the whole hearing can be told without it.
struct ResponseSummary: Sendable {
  /// What figures need.
  let digest: ResponseDigest
  /// The personal data in it.
  let personal: [PersonalData]
  /// The splits and merges that its passages were made with, as places in the file of decisions.
  let reshapedBy: [Int]

  var blob: [UInt8] {
    var writer = ByteWriter()
    digest.write(to: &writer)
    writer.write(personal) { $1.write(to: &$0) }
    writer.write(reshapedBy) { $0.write($1) }
    return writer.finish()
  }
}

extension ResponseSummary {
  init(blob: [UInt8], hearing: Hearing) throws(ByteReader.Damaged) {
    var reader = try ByteReader(blob)
    digest = try ResponseDigest(from: &reader, hearing: hearing)
    let (id, file) = (digest.id, digest.file)
    personal = try reader.array { (reader) throws(ByteReader.Damaged) in
      try PersonalData(from: &reader, response: id, file: file)
    }
    reshapedBy = try reader.array { (reader) throws(ByteReader.Damaged) in try reader.integer() }
  }
}

extension PersonalData {
  private static let parts: [PrivacyItem.Place.Part] = [.text, .fileName, .metadata, .note, .hearing]

  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(kind, among: PrivacyKind.allCases)
    writer.write(value)
    writer.write(written)
    writer.write(beside)
    writer.write(place.part, among: Self.parts)
    writer.write(place.passage)
    writer.write(place.page)
    writer.write(place.context)
  }

  fileprivate init(from reader: inout ByteReader, response: String, file: String) throws(ByteReader.Damaged) {
    let kind = try reader.one(among: PrivacyKind.allCases)
    let (value, written) = (try reader.string(), try reader.string())
    let beside = try reader.optionalString()
    let part = try reader.one(among: Self.parts)
    let (passage, page) = (try reader.optionalString(), try reader.optionalInteger())
    self.init(
      kind: kind, value: value, written: written, beside: beside,
      place: PrivacyItem.Place(
        part: part, response: response, passage: passage, page: page, context: try reader.string()))
  }
}
