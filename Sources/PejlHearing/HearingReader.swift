internal import PejlText
internal import PejlXML

/// Reads `hearing.xml`.
public enum HearingReader {
  /// The XML Schema of `hearing.xml`.
  public static var schema: [UInt8] { PackageResources.hearing_xsd }

  /// The hearing in `bytes`.
  ///
  /// - Throws: ``InvalidInput`` with file and line when it is not well-formed or not valid.
  public static func read(_ bytes: [UInt8], path: String) throws -> Hearing {
    let root = try XMLReader.parse(bytes, path: path)
    guard root.name == "hearing", root.namespace == "urn:pejl:hearing:1" else {
      throw InvalidInput(
        code: "hearing.root", "the root is <\(root.name)>, expected <hearing xmlns=\"urn:pejl:hearing:1\">", path: path,
        line: root.line)
    }
    let invalid = try XMLSchema(schema).validate(bytes, path: path)
    guard invalid.isEmpty else { throw InvalidInput(invalid) }
    return Hearing(
      id: root["id"] ?? "", authority: root.first("authority")?.foldedText, caseNumber: root.first("case")?.foldedText,
      title: root.first("title")?.foldedText,
      period: root.first("period").map {
        Hearing.Period(start: $0["start"], end: $0["end"], note: $0["note"], manner: $0["manner"])
      },
      strategy: try root.first("strategy").map { try strategy($0, path: path) },
      respondents: (root.first("respondents")?.elements("respondent") ?? []).map { respondent($0, in: nil) },
      annexes: (root.first("annexes")?.elements("annex") ?? []).map {
        Hearing.Annex(
          number: Int($0["number"] ?? "") ?? 0, title: $0["title"] ?? "", document: $0["document"],
          fileNumber: $0["file-number"], response: $0["response"])
      },
      procedure: (root.first("procedure")?.elements("step") ?? []).map(\.foldedText),
      decisions: (root.first("decisions")?.elements("decision") ?? []).map {
        Hearing.Decision(body: $0["body"], date: $0["date"], text: $0.foldedText)
      },
      isDraft: root["status"] != nil,
      columns: (root.first("answers")?.elements("column") ?? []).compactMap { column in
        column["role"].flatMap(AnswerColumn.Role.init).map { AnswerColumn(header: column["header"] ?? "", role: $0) }
      })
  }

  /// A part without a last page ends before the next begins; the last one has one page more.
  private static func strategy(_ element: XMLElement, path: String) throws -> Hearing.Strategy {
    let elements = element.elements("part")
    let parts = try elements.enumerated().map { index, part in
      let first = Int(part["page"] ?? "") ?? 1
      let next = index + 1 < elements.count ? Int(elements[index + 1]["page"] ?? "") : nil
      let last = part["lastpage"].flatMap { Int($0) } ?? max(first, (next ?? first + 2) - 1)
      guard last >= first else {
        throw InvalidInput(
          code: "hearing.pages",
          "the part \(part["code"] ?? "") ends on page \(last), before it begins on page \(first)",
          path: path, line: part.line)
      }
      return Hearing.Part(code: part["code"] ?? "", pages: first...last)
    }
    return Hearing.Strategy(
      title: element["title"] ?? "", annex: element["annex"].flatMap { Int($0) },
      file: try file(element, path: path), parts: parts)
  }

  /// The file of the strategy's text; it must stand in the hearing's folder.
  private static func file(_ element: XMLElement, path: String) throws -> String? {
    guard let file = element["file"] else { return nil }
    guard !file.hasPrefix("/"), !file.split(separator: "/").contains("..") else {
      throw InvalidInput(
        code: "hearing.strategy-file",
        "the strategy's file \"\(file)\" lies outside the hearing's folder; put a copy there and name it", path: path,
        line: element.line)
    }
    return file
  }

  private static func respondent(_ element: XMLElement, in group: Respondent?) -> Respondent {
    let kind = element["kind"].flatMap(Respondent.Kind.init) ?? group?.kind ?? .other
    let own = Respondent(
      id: element["id"] ?? "", kind: kind, name: element["name"] ?? "",
      aliases: element.elements("alias").map(\.foldedText), addresses: element.elements("email").map(\.foldedText),
      group: group?.id)
    return Respondent(
      id: own.id, kind: own.kind, name: own.name, aliases: own.aliases, addresses: own.addresses,
      members: element.elements("member").map { respondent($0, in: own) }, group: own.group)
  }
}
