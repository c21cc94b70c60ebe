internal import PejlCodebook
internal import PejlText
internal import PejlXML

/// Reads a file of decisions and collects everything that is wrong with it.
struct DecisionReader {
  let path: String
  let codebook: Codebook
  private var findings: [Diagnostic] = []
  private var lines: [String: Int] = [:]

  init(path: String, codebook: Codebook) {
    self.path = path
    self.codebook = codebook
  }

  mutating func read(_ bytes: [UInt8]) throws -> DecisionFile {
    let root = try XMLReader.parse(bytes, path: path)
    guard root.name == "decisions", root.namespace == DecisionFile.namespace else {
      throw InvalidInput(
        code: "decisions.root", "the root is <\(root.name)>, expected <decisions xmlns=\"\(DecisionFile.namespace)\">",
        path: path, line: root.line)
    }
    let invalid = try XMLSchema(DecisionFile.schema).validate(bytes, path: path)
    guard invalid.isEmpty else { throw InvalidInput(invalid) }
    let decisions = root.elements("decision").map { decision($0) }
    guard findings.isEmpty else { throw InvalidInput(findings) }
    return DecisionFile(path: path, hearing: root["hearing"] ?? "", decisions: decisions)
  }

  private mutating func decision(_ element: XMLElement) -> Decision {
    let response = element["response"] ?? ""
    let passage = element["passage"] ?? ""
    if let first = lines["\(response) \(passage)"] {
      problem(
        "duplicate", "the passage \(passage) is decided on already in line \(first); keep one of the two", element.line)
    }
    lines["\(response) \(passage)"] = lines["\(response) \(passage)"] ?? element.line
    var codes: [Facet.ID: Set<String>] = [:]
    for name in (element["facets"] ?? "").split(whereSeparator: \.isWhitespace).map(String.init) {
      guard let facet = facet(name, element.line) else { continue }
      if codes[facet] != nil {
        problem("duplicate", "the facet \(name) is named twice; name it once", element.line)
      }
      codes[facet] = []
    }
    for child in element.elements("code") { add(child, to: &codes) }
    return Decision(
      response: response, passage: passage, codes: codes, setAside: element["set-aside"],
      isOpen: element["open"] == "yes", sha256: element["sha256"], author: element["by"], note: element["note"],
      text: element.first("text")?.text, line: element.line)
  }

  private mutating func add(_ element: XMLElement, to codes: inout [Facet.ID: Set<String>]) {
    let name = element["id"] ?? ""
    guard let facet = facet(element["facet"] ?? "", element.line) else { return }
    guard let known = codes[facet] else {
      problem(
        "facet",
        "the code \"\(name)\" is of the facet \(facet.rawValue), which the decision does not name; add it to facets",
        element.line)
      return
    }
    guard codebook.code(name, in: facet) != nil else {
      let all = codebook.codes(facet).map(\.id).joined(separator: ", ")
      problem(
        "code",
        "the codebook \"\(codebook.id)\" has no code \"\(name)\" in the facet \(facet.rawValue); write one of \(all)",
        element.line)
      return
    }
    if known.contains(name) { problem("duplicate", "the code \"\(name)\" stands here twice; keep one", element.line) }
    codes[facet] = known.union([name])
  }

  /// The facet of that name, if a person may decide it.
  private mutating func facet(_ name: String, _ line: Int) -> Facet.ID? {
    let known = DecisionFile.facets.filter { codebook.facet($0) != nil }
    if let facet = known.first(where: { $0.rawValue == name }) { return facet }
    problem(
      "facet",
      "there is no facet \"\(name)\" to decide on; write one of \(known.map(\.rawValue).joined(separator: ", "))", line)
    return nil
  }

  private mutating func problem(_ code: String, _ message: String, _ line: Int) {
    findings.append(Diagnostic(.error, code: "decisions.\(code)", message, path: path, line: line))
  }
}
