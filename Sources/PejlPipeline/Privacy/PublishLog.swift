internal import PejlHearing
internal import PejlIngest
internal import PejlPrivacy
internal import PejlReport
internal import PejlText
internal import PejlXML

/// What was decided and published, in order: `publish-log.xml` beside `hearing.xml`. Entries are only ever added.
public struct PublishLog: Sendable, Hashable {
  /// The XML Schema of `publish-log.xml`.
  public static var schema: [UInt8] { PackageResources.publish_log_xsd }
  /// The name of the file in the hearing's folder.
  public static let name = "publish-log.xml"
  static let namespace = "urn:pejl:publish-log:1"

  /// One change of a decision.
  struct Change: Sendable, Hashable {
    let kind: String
    let value: String
    let from: String
    let to: String
    let author: String?
    let date: String?
    let reason: String?
  }

  /// One publication.
  struct Entry: Sendable, Hashable {
    let version: String
    let sha256: String
    let changes: [Change]
  }

  let hearing: String
  private(set) var entries: [Entry] = []

  /// The log in `folder`, or an empty one.
  ///
  /// - Throws: ``InvalidInput`` when the file is not valid; it is never overwritten then.
  public init(in folder: HearingFolder) throws {
    hearing = folder.hearing.id
    let path = folder.path + "/" + Self.name
    guard Files.kind(path) != .missing else { return }
    let bytes = try Files.read(path)
    let root = try XMLReader.parse(bytes, path: path)
    let invalid = try XMLSchema(Self.schema).validate(bytes, path: path)
    guard invalid.isEmpty else { throw InvalidInput(invalid) }
    entries = root.elements("publication").map { element in
      Entry(
        version: element["version"] ?? "", sha256: element["sha256"] ?? "",
        changes: element.elements("changed").map { change in
          Change(
            kind: change["kind"] ?? "", value: change["value"] ?? "", from: change["from"] ?? "",
            to: change["to"] ?? "", author: change["by"], date: change["date"], reason: change["reason"])
        })
    }
  }

  /// Adds what has been published, unless it is what was published last by the same decisions.
  public mutating func add(_ review: PrivacyReview, _ publication: Publication) {
    var last: [String: Change] = [:]
    for change in entries.flatMap(\.changes) { last["\(change.kind) \(change.value)"] = change }
    let changes = (review.items + review.gone).compactMap { item -> Change? in
      let before = last["\(item.kind.rawValue) \(item.value)"]
      let to = item.choice.rawValue
      if let before, before.to == to, before.reason == item.reason, before.author == item.author { return nil }
      return Change(
        kind: item.kind.rawValue, value: item.value, from: before?.to ?? PrivacyItem.Choice.open.rawValue, to: to,
        author: item.author, date: item.date, reason: item.reason)
    }
    let entry = Entry(version: publication.version, sha256: publication.sha256, changes: changes)
    if changes.isEmpty, let latest = entries.last, latest.sha256 == entry.sha256 { return }
    entries.append(entry)
  }

  /// The file's content.
  public func bytes() throws -> [UInt8] {
    let xml = XMLWriter()
    xml.element("publish-log", [("xmlns", Self.namespace), ("hearing", hearing)]) {
      for (index, entry) in entries.enumerated() {
        xml.element(
          "publication", [("number", String(index + 1)), ("version", entry.version), ("sha256", entry.sha256)]
        ) {
          for change in entry.changes {
            xml.emptyElement(
              "changed",
              [
                ("kind", change.kind), ("value", change.value), ("from", change.from), ("to", change.to),
                ("by", change.author), ("date", change.date), ("reason", change.reason),
              ])
          }
        }
      }
    }
    return xml.finish()
  }
}
