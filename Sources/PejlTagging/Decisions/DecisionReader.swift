internal import PejlCodebook
internal import PejlText
internal import PejlXML

/// Reads a file of decisions and collects everything that is wrong with it.
struct DecisionReader {
  let path: String
  let codes: CodebookSummary
  private var findings: [Diagnostic] = []
  private var lines: [String: Int] = [:]

  init(path: String, codes: CodebookSummary) {
    self.path = path
    self.codes = codes
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
    let answers = root.elements("answer").map { answer($0) }
    let decisions = root.elements("decision").map { decision($0) }
    guard findings.isEmpty else { throw InvalidInput(findings) }
    return DecisionFile(path: path, hearing: root["hearing"] ?? "", decisions: decisions, answers: answers)
  }

  private mutating func answer(_ element: XMLElement) -> AnswerDecision {
    let response = element["response"] ?? ""
    check(element, "the answer \(response)", key: response)
    if element["respondent"] == nil, element["not-an-answer"] == nil {
      problem("empty", "this decides nothing; name a respondent, or write not-an-answer=\"yes\"", element.line)
    }
    var decision = AnswerDecision(
      response: response, respondent: element["respondent"], isNoAnswer: element["not-an-answer"] == "yes",
      sha256: element["sha256"], author: element["by"], date: element["at"], note: element["note"], line: element.line)
    decision.isReplaced = element["replaced"] == "yes"
    return decision
  }

  /// Finds what holds twice; what is replaced may stand as often as it was decided.
  private mutating func check(_ element: XMLElement, _ name: String, key: String) {
    guard element["replaced"] == nil else { return }
    if let first = lines[key] {
      problem(
        "duplicate",
        "\(name) is decided on already in line \(first); keep one of the two, or mark the older with replaced=\"yes\"",
        element.line)
    }
    lines[key] = lines[key] ?? element.line
  }

  private mutating func decision(_ element: XMLElement) -> Decision {
    let response = element["response"] ?? ""
    let passage = element["passage"] ?? ""
    check(element, "the passage \(passage)", key: "\(response) \(passage)")
    var codes: [Facet.ID: Set<String>] = [:]
    for name in (element["facets"] ?? "").split(whereSeparator: \.isWhitespace).map(String.init) {
      guard let facet = facet(name, element.line) else { continue }
      if codes[facet] != nil {
        problem("duplicate", "the facet \(name) is named twice; name it once", element.line)
      }
      codes[facet] = []
    }
    for child in element.elements("code") { add(child, to: &codes) }
    var decision = Decision(
      response: response, passage: passage, codes: codes, setAside: element["set-aside"],
      isOpen: element["open"] == "yes", sha256: element["sha256"], author: element["by"], note: element["note"],
      text: element.first("text")?.text, line: element.line)
    decision.added = relative(element.elements("add"), beside: codes)
    decision.removed = relative(element.elements("remove"), beside: codes)
    decision.isTakenBack = element["counts"] == "yes"
    decision.splits = element.elements("split").compactMap { $0["before"] }
    decision.mergesNext = element["merge"] == "next"
    decision.isReplaced = element["replaced"] == "yes"
    decision.date = element["at"]
    if let fault = contradiction(decision, hasFacets: element["facets"] != nil) {
      problem("contradiction", fault, element.line)
    }
    return decision
  }

  /// What a decision says that cannot all hold, if anything.
  private func contradiction(_ decision: Decision, hasFacets: Bool) -> String? {
    if !hasFacets, !decision.isOnTags, !decision.isStructural {
      return "this decides nothing; name facets, or write <add>, <remove> or <split>, set-aside, counts or merge"
    }
    if decision.mergesNext, !decision.splits.isEmpty { return "a passage is split or merged, not both; keep one" }
    if decision.isStructural, decision.isOnTags {
      return
        "what is split or merged bears no codes of its own; decide on the new passages, which get identifiers in the next run"
    }
    if decision.setAside != nil, decision.isTakenBack { return "it is set aside and counts; keep one of the two" }
    let both = decision.added.contains { facet, codes in !codes.isDisjoint(with: decision.removed[facet] ?? []) }
    return both ? "a code is added and removed; keep one of the two" : nil
  }

  /// Codes that are added or removed, by facet.
  private mutating func relative(
    _ elements: [XMLElement], beside codes: [Facet.ID: Set<String>]
  ) -> [Facet.ID: Set<String>] {
    var result: [Facet.ID: Set<String>] = [:]
    for element in elements {
      guard let facet = facet(element["facet"] ?? "", element.line) else { continue }
      if codes[facet] != nil {
        problem(
          "facet", "the facet \(facet.rawValue) is decided as a whole; write the code as <code>, or leave it out",
          element.line)
      }
      result[facet] = result[facet] ?? []
      add(element, to: &result)
    }
    return result
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
    guard self.codes.code(name, in: facet) != nil else {
      let all = self.codes.codes(facet).map(\.id).joined(separator: ", ")
      problem(
        "code",
        "the codebook \"\(self.codes.id)\" has no code \"\(name)\" in the facet \(facet.rawValue); write one of \(all)",
        element.line)
      return
    }
    if known.contains(name) { problem("duplicate", "the code \"\(name)\" stands here twice; keep one", element.line) }
    codes[facet] = known.union([name])
  }

  /// The facet of that name, if a person may decide it.
  private mutating func facet(_ name: String, _ line: Int) -> Facet.ID? {
    let known = DecisionFile.facets.filter { codes.facet($0) != nil }
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
