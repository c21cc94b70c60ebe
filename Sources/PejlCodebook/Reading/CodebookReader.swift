internal import PejlText
internal import PejlXML

/// Reads a codebook and its parts from XML.
public struct CodebookReader: Sendable {
  /// The XML Schema of codebooks and their parts.
  public static var schema: [UInt8] { PackageResources.codebook_xsd }

  private let load: @Sendable (String) throws -> [UInt8]

  /// A reader that gets the bytes of a file from `load`, which is given the path relative to the codebook's folder.
  public init(load: @escaping @Sendable (String) throws -> [UInt8]) { self.load = load }

  /// Reads the codebook whose main file is `name`.
  ///
  /// Examples are not run here: they need the tagger.
  /// - Throws: ``InvalidInput`` with every finding that keeps the codebook from being used, with file and line.
  public func read(_ name: String) throws -> Codebook {
    var work = CodebookAssembly()
    let main = try work.parse(load, name, root: "codebook")
    var parts: [(path: String, root: XMLElement)] = [(name, main)]
    for part in main.elements("part") {
      let href = part["href"] ?? ""
      guard !href.hasPrefix("/"), !href.split(separator: "/").contains(".."), !href.contains(":") else {
        work.error(
          "codebook.part", "the part \"\(href)\" lies outside the codebook's folder; move it there", name, part.line)
        continue
      }
      do {
        parts.append((href, try work.parse(load, href, root: "part")))
      } catch let error as InvalidInput {
        work.findings += error.diagnostics
      }
    }
    work.readCodes(main, path: name)
    for (path, root) in parts { work.readLists(root, path: path) }
    for (path, root) in parts { work.readRules(root, path: path) }
    for (path, root) in parts { work.readLearned(root, path: path) }
    work.readReferences(main, path: name)
    work.checkReferences()
    work.noteDrafts(parts.map(\.root), path: name)
    let isWhole = !work.findings.contains { $0.severity == .error }
    // With rules missing, a list may only seem unused.
    work.findings += work.lists.findings().filter { isWhole || $0.severity == .error }
    guard !work.findings.contains(where: { $0.severity == .error }) else { throw InvalidInput(work.findings) }
    return Codebook(
      id: main["id"] ?? "", version: main["version"] ?? "", language: main["language"] ?? "",
      title: main.first("title")?.foldedText ?? "", facets: work.facets, rules: work.rules, dampers: work.dampers,
      calibrations: work.calibrations, learnedWords: work.learnedWords, corrections: work.corrections,
      references: work.references, context: work.context, sources: work.sources, findings: work.findings)
  }
}
