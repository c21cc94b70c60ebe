internal import PejlText
internal import PejlXML

/// Turns the elements of rules into values.
struct RuleParser {
  let lists: WordLists
  let path: String
  var findings: [Diagnostic] = []

  init(lists: WordLists, path: String) {
    self.lists = lists
    self.path = path
  }

  /// The rule in `element`, or nil with findings when it cannot be used.
  mutating func rule(_ element: XMLElement, code: String) -> Rule? {
    let id = element["id"] ?? ""
    var conditions: [Condition] = []
    var exclusions: [Condition.Exclusion] = []
    var examples: [Example] = []
    let before = findings.count
    for child in element.elements {
      switch child.name {
      case "hit", "miss": examples.append(Self.example(child))
      case "unless":
        if let exclusion = exclusion(child) { exclusions.append(exclusion) }
      default:
        if let condition = condition(child) { conditions.append(condition) }
      }
    }
    guard !findings[before...].contains(where: { $0.severity == .error }), !conditions.isEmpty else { return nil }
    guard isSound(conditions, exclusions, element) else { return nil }
    var whole = conditions.count == 1 ? conditions[0] : .all(conditions, within: .sentence)
    if !exclusions.isEmpty { whole = .unless(whole, exclusions) }
    return Rule(
      id: id, code: code, weight: Double(element["weight"] ?? "") ?? 1, condition: whole,
      respondentKinds: (element["kind"] ?? "").split(separator: " ").map(String.init), examples: examples, path: path,
      line: element.line)
  }

  private mutating func condition(_ element: XMLElement) -> Condition? {
    switch element.name {
    case "any": return terms(element).map { .any($0) }
    case "question": return .question
    case "fires": return .fires(element["rule"] ?? "")
    case "stance":
      return .stance(element["code"] ?? "", within: element["within"] == "passage" ? .passage : .sentence)
    case "heading": return terms(element).map { .heading($0) }
    case "before": return before(element)
    default: break
    }
    let inner = element.elements.compactMap { condition($0) }
    guard inner.count == element.elements.count, isSound(inner, element) else { return nil }
    switch element.name {
    case "all": return .all(inner, within: element["within"] == "passage" ? .passage : .sentence)
    case "near":
      return .near(
        inner, words: Int(element["words"] ?? "") ?? 1,
        isOrdered: element["ordered"] == "true" || element["ordered"] == "1")
    case "either": return .either(inner)
    case "start": return .start(inner.count == 1 ? inner[0] : .all(inner, within: .sentence))
    default: return nil
    }
  }

  private mutating func exclusion(_ element: XMLElement) -> Condition.Exclusion? {
    let scope = Condition.Scope(rawValue: element["within"] ?? "sentence") ?? .sentence
    if element.elements.isEmpty {
      return terms(element).map { Condition.Exclusion(condition: .any($0), within: scope) }
    }
    let inner = element.elements.compactMap { condition($0) }
    guard inner.count == element.elements.count else { return nil }
    guard scope != .overlap || !inner.contains(where: \.isContext) else {
      fail("codebook.context", "a stance, a heading or the passage before has no words to overlap with", element)
      return nil
    }
    return Condition.Exclusion(
      condition: inner.count == 1 ? inner[0] : .all(inner, within: .sentence), within: scope)
  }

  private mutating func before(_ element: XMLElement) -> Condition? {
    if element.elements.isEmpty { return terms(element).map { .before(.any($0)) } }
    let inner = element.elements.compactMap { condition($0) }
    guard inner.count == element.elements.count else { return nil }
    return .before(inner.count == 1 ? inner[0] : .all(inner, within: .passage))
  }

  /// More terms than this belong in a list with a name.
  private static let longest = 60

  private mutating func terms(_ element: XMLElement) -> [Term]? {
    let count = element.text.split(separator: ",").count
    if count > Self.longest {
      findings.append(
        Diagnostic(
          .warning, code: "codebook.long-list",
          "\(count) terms stand here; give those beyond \(Self.longest) a list with a name",
          path: path, line: element.line))
    }
    do {
      let terms = try lists.terms(element.text)
      if !terms.isEmpty { return terms }
      findings.append(
        Diagnostic(
          .error, code: "codebook.term", "no term stands here; write at least one", path: path, line: element.line))
    } catch {
      findings.append(
        Diagnostic(
          .error, code: "codebook.term", (error as? TermParser.Failure)?.message ?? "\(error)", path: path,
          line: element.line))
    }
    return nil
  }

  /// The sentence without marks, white space folded, and where the marks were.
  private static func example(_ element: XMLElement) -> Example {
    var bytes: [UInt8] = []
    var marks: [TextSpan] = []
    func append(_ text: String) {
      for byte in text.utf8 {
        if !UTF8Text.isSpace(byte) {
          bytes.append(byte)
        } else if let last = bytes.last, last != 0x20 {
          bytes.append(0x20)
        }
      }
    }
    func folded(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    for child in element.children {
      switch child {
      case .text(let text): append(text)
      case .element(let mark):
        let start = bytes.count
        append(mark.text)
        marks.append(TextSpan(start, bytes.count))
      }
    }
    while bytes.last == 0x20 { bytes.removeLast() }
    return Example(
      text: String(decoding: bytes, as: UTF8.self), marks: marks, isHit: element.name == "hit",
      above: element["above"].map(folded), before: element["before"].map(folded), line: element.line)
  }
}
