internal import PejlText
internal import PejlXML

/// What has been read of a codebook so far.
struct CodebookAssembly {
  let lists = WordLists()
  var facets: [Facet] = []
  var rules: [Rule] = []
  var dampers: [Damper] = []
  var calibrations: [Calibration] = []
  var learnedWords: [LearnedWord] = []
  var corrections: [RuleCorrection] = []
  var references = ReferenceWords()
  var context = HeadingContext()
  var sources: [Codebook.Source] = []
  var findings: [Diagnostic] = []

  mutating func error(_ code: String, _ message: String, _ path: String, _ line: Int) {
    findings.append(Diagnostic(.error, code: code, message, path: path, line: line))
  }

  /// Loads, parses and validates one file.
  mutating func parse(_ load: (String) throws -> [UInt8], _ path: String, root: String) throws -> XMLElement {
    let bytes = try load(path)
    let element = try XMLReader.parse(bytes, path: path)
    guard element.name == root, element.namespace == "urn:pejl:codebook:1" else {
      throw InvalidInput(
        code: "codebook.root",
        "the root is <\(element.name)>, expected <\(root) xmlns=\"urn:pejl:codebook:1\">; is this a codebook?",
        path: path, line: element.line)
    }
    let invalid = try XMLSchema(CodebookReader.schema).validate(bytes, path: path)
    guard invalid.isEmpty else { throw InvalidInput(invalid) }
    sources.append(Codebook.Source(path: path, bytes: bytes))
    return element
  }

  mutating func readCodes(_ root: XMLElement, path: String) {
    for element in root.elements("facet") {
      guard let id = Facet.ID(rawValue: element["id"] ?? "") else { continue }
      if facets.contains(where: { $0.id == id }) {
        error("codebook.facet-twice", "the facet \"\(id.rawValue)\" stands twice; keep one", path, element.line)
      }
      var codes: [Code] = []
      for code in element.elements("code") { collect(code, facet: id, parent: nil, into: &codes) }
      for (index, code) in codes.enumerated() where codes[..<index].contains(where: { $0.id == code.id }) {
        error("codebook.code-twice", "the code \"\(code.id)\" stands twice; keep one", path, code.line)
      }
      facets.append(
        Facet(
          id: id, name: element["name"] ?? id.rawValue, threshold: Double(element["threshold"] ?? "") ?? 1,
          limit: Int(element["limit"] ?? "") ?? 3, share: Double(element["share"] ?? "") ?? 0, codes: codes))
    }
    if let element = root.first("context") {
      context = HeadingContext(
        inside: Double(element["inside"] ?? "") ?? 1, outside: Double(element["outside"] ?? "") ?? 1,
        fallback: Double(element["fallback"] ?? "") ?? 1)
    }
  }

  private func collect(_ element: XMLElement, facet: Facet.ID, parent: String?, into codes: inout [Code]) {
    let id = element["id"] ?? ""
    codes.append(
      Code(
        id: id, facet: facet, name: element["name"] ?? id, number: element["number"], parent: parent,
        aliases: element.elements("alias").map {
          Code.Alias(text: $0.foldedText, isCaseSensitive: $0["case"] == "yes")
        },
        motto: element.first("motto")?.foldedText, wording: element.first("wording")?.foldedText,
        definition: element.first("definition")?.foldedText ?? "",
        keywords: element.elements("keyword").map(\.foldedText), tail: Int(element["tail"] ?? ""), line: element.line))
    for child in element.elements("code") { collect(child, facet: facet, parent: id, into: &codes) }
  }

  /// Says how much of the codebook no person has gone through yet.
  mutating func noteDrafts(_ roots: [XMLElement], path: String) {
    let drafted = roots.flatMap { $0.elements("rules") }.flatMap { $0.elements("rule") }.count { $0["status"] != nil }
    guard drafted > 0 || roots.contains(where: { $0["status"] != nil }) else { return }
    findings.append(
      Diagnostic(
        .note, code: "codebook.draft",
        "the codebook is a draft, \(drafted) of its rules are; go through them and take the attributes status away",
        path: path))
  }

  mutating func readLists(_ root: XMLElement, path: String) {
    for element in root.elements("list") {
      if let finding = lists.define(element, path: path) { findings.append(finding) }
    }
  }

  mutating func readRules(_ root: XMLElement, path: String) {
    var parser = RuleParser(lists: lists, path: path)
    for element in root.elements {
      switch element.name {
      case "rules":
        let code = element["code"] ?? ""
        if !facets.contains(where: { $0.codes.contains { $0.id == code } }) {
          error(
            "codebook.unknown-code", "there is no code \"\(code)\"; define it or correct the name", path, element.line)
        }
        for rule in element.elements("rule") {
          if let rule = parser.rule(rule, code: code) { rules.append(rule) }
        }
      case "damper":
        guard let rule = parser.rule(element, code: "") else { continue }
        let names = (element["facets"] ?? "").split(separator: " ").map(String.init)
        for name in names where Facet.ID(rawValue: name) == nil {
          error(
            "codebook.unknown-facet", "there is no facet \"\(name)\"; use strategy, theme or stance", path, element.line
          )
        }
        dampers.append(
          Damper(
            rule: rule, factor: Double(element["factor"] ?? "") ?? 1,
            facets: names.compactMap { Facet.ID(rawValue: $0) }))
      default: break
      }
    }
    findings += parser.findings
  }

  mutating func readReferences(_ root: XMLElement, path: String) {
    guard let element = root.first("references") else { return }
    func terms(_ name: String) -> [Term] {
      guard let child = element.first(name) else { return [] }
      do {
        return try lists.terms(child.text)
      } catch {
        findings.append(
          Diagnostic(
            .error, code: "codebook.term", (error as? TermParser.Failure)?.message ?? "\(error)", path: path,
            line: child.line))
        return []
      }
    }
    references.guidepost = terms("guidepost")
    references.objective = terms("objective")
    references.page = terms("page")
    references.ordinals = terms("ordinals")
    references.joiners = terms("joiners")
    references.foreign = terms("foreign")
  }
}
