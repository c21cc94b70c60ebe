internal import PejlHearing
internal import PejlPrivacy
internal import PejlText
internal import PejlXML

/// What persons decided on the personal data of a hearing: `publish.xml` beside `hearing.xml`.
public struct PublishFile: Sendable, Hashable {
  /// The XML Schema of `publish.xml`.
  public static var schema: [UInt8] { PackageResources.publish_xsd }
  /// The name of the file in the hearing's folder.
  public static let name = "publish.xml"
  static let namespace = "urn:pejl:publish:1"

  /// The identifier of the hearing.
  public let hearing: String
  /// The findings with their decisions, in order.
  public let items: [PrivacyItem]

  /// A file.
  public init(hearing: String, items: [PrivacyItem]) {
    self.hearing = hearing
    self.items = items
  }

  /// The file in `folder`, or nil where there is none.
  ///
  /// - Throws: ``InvalidInput`` with file and line when it is not well-formed or not valid, belongs to another hearing, keeps
  ///   something without a reason, or decides on one value twice.
  public init?(in folder: HearingFolder) throws {
    let path = folder.path + "/" + Self.name
    guard Files.kind(path) != .missing else { return nil }
    try self.init(Files.read(path), path: path)
    guard hearing == folder.hearing.id else {
      throw InvalidInput(
        code: "publish.hearing",
        "these are decisions of the hearing \"\(hearing)\", and this one is \"\(folder.hearing.id)\"; put them into the folder of theirs",
        path: path)
    }
  }

  /// The file in `bytes`.
  ///
  /// - Throws: ``InvalidInput`` as ``init(in:)`` does.
  public init(_ bytes: [UInt8], path: String) throws {
    let root = try XMLReader.parse(bytes, path: path)
    guard root.name == "publish", root.namespace == Self.namespace else {
      throw InvalidInput(
        code: "publish.root", "the root is <\(root.name)>, expected <publish xmlns=\"\(Self.namespace)\">", path: path,
        line: root.line)
    }
    var findings = try XMLSchema(Self.schema).validate(bytes, path: path)
    guard findings.isEmpty else { throw InvalidInput(findings) }
    var lines: [PrivacyMask.Secret: Int] = [:]
    items = root.elements("finding").compactMap { Self.item($0) }
    for item in items {
      if item.choice == .keep, item.reason == nil {
        findings.append(
          Diagnostic(
            .error, code: "publish.reason",
            "\"\(item.value)\" is kept without a reason; write reason=\"…\", or decide mask", path: path,
            line: item.line))
      }
      if let first = lines.updateValue(item.line, forKey: item.secret) {
        findings.append(
          Diagnostic(
            .error, code: "publish.duplicate",
            "\"\(item.value)\" is decided on already in line \(first); keep one of the two", path: path, line: item.line
          ))
      }
    }
    guard findings.isEmpty else { throw InvalidInput(findings) }
    hearing = root["hearing"] ?? ""
  }

  private static func item(_ element: XMLElement) -> PrivacyItem? {
    guard let kind = element["kind"].flatMap(PrivacyKind.init), let value = element["value"] else { return nil }
    var item = PrivacyItem(kind: kind, value: value)
    item.choice = element["decision"].flatMap(PrivacyItem.Choice.init) ?? .open
    item.author = element["by"]
    item.date = element["date"]
    item.reason = element["reason"]
    item.beside = element["beside"]
    item.line = element.line
    item.places = element.elements("place").map { place in
      PrivacyItem.Place(
        part: place["in"].flatMap(PrivacyItem.Place.Part.init) ?? .text, response: place["response"] ?? "",
        passage: place["passage"], page: place["page"].flatMap { Int($0) }, context: place.text)
    }
    return item
  }

  /// The file's content.
  public func bytes() throws -> [UInt8] {
    let xml = XMLWriter()
    xml.element("publish", [("xmlns", Self.namespace), ("hearing", hearing)]) {
      for item in items {
        xml.element(
          "finding",
          [
            ("kind", item.kind.rawValue), ("value", item.value), ("decision", item.choice.rawValue),
            ("by", item.author),
            ("date", item.date), ("reason", item.reason), ("beside", item.beside),
          ]
        ) {
          for place in item.places {
            xml.element(
              "place",
              [
                ("in", place.part.rawValue), ("response", place.response.isEmpty ? nil : place.response),
                ("passage", place.passage), ("page", place.page.map { String($0) }),
              ], text: place.context)
          }
        }
      }
    }
    return xml.finish()
  }
}
