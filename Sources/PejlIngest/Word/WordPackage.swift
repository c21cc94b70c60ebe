internal import PejlText
internal import PejlXML

/// The parts of a DOCX.
struct WordPackage {
  private let archive: ZipArchive
  /// The name of the part that holds the text.
  let main: String
  /// What the main part refers to, by id.
  let relations: [String: (type: String, target: String)]

  init(_ archive: ZipArchive) throws {
    self.archive = archive
    let root = try Self.relations(of: "", in: archive)
    let office = root.values.filter { $0.type == "officeDocument" }.map(\.target)
    let main = office.first { archive.contains($0) } ?? "word/document.xml"
    guard archive.contains(main) else {
      throw refusal("damaged", "the file has no \(main); open it in a word processor and save it again")
    }
    self.main = main
    relations = try Self.relations(of: main, in: archive)
  }

  /// The root of the part called `name`, or nil when there is none.
  func part(_ name: String) throws -> XMLElement? { try archive.read(name).map { try XMLReader.parse($0, path: name) } }

  /// The name of the part that the main part refers to as `type`, such as `styles`.
  func name(of type: String) -> String? {
    relations.values.filter { $0.type == type && archive.contains($0.target) }.map(\.target).min()
  }

  /// The first part that the main part refers to as `type`.
  func part(of type: String) throws -> XMLElement? { try name(of: type).flatMap { try part($0) } }

  private static func relations(of part: String, in archive: ZipArchive) throws -> [String: (
    type: String, target: String
  )] {
    var folder = part.split(separator: "/").dropLast().joined(separator: "/")
    if !folder.isEmpty { folder += "/" }
    let file = part.split(separator: "/").last ?? ""
    guard let bytes = try archive.read("\(folder)_rels/\(file).rels") else { return [:] }
    var result: [String: (type: String, target: String)] = [:]
    for element in try XMLReader.parse(bytes).elements where element["TargetMode"] != "External" {
      guard let id = element["Id"], let type = element["Type"]?.split(separator: "/").last,
        let target = element["Target"]
      else { continue }
      result[id] = (String(type), target.hasPrefix("/") ? String(target.dropFirst()) : folder + target)
    }
    return result
  }
}
