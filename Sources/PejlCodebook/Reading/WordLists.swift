internal import PejlText
internal import PejlXML

/// The named lists of a codebook, resolved to terms on demand.
final class WordLists {
  private struct Definition {
    let text: String
    let path: String
    let line: Int
  }

  private var definitions: [String: Definition] = [:]
  private var resolved: [String: [Term]] = [:]
  private var open: [String] = []
  private(set) var used: Set<String> = []

  /// Adds a list.
  ///
  /// - Returns: a finding when the name is taken.
  func define(_ element: XMLElement, path: String) -> Diagnostic? {
    let name = element["id"] ?? ""
    if let earlier = definitions[name] {
      return Diagnostic(
        .error, code: "codebook.list-twice",
        "the list \"\(name)\" is defined already at \(earlier.path):\(earlier.line); give one of them another name",
        path: path, line: element.line)
    }
    definitions[name] = Definition(text: element.text, path: path, line: element.line)
    return nil
  }

  /// The terms of `text`, lists spelled out, each term once.
  func terms(_ text: String) throws -> [Term] {
    let items = try TermParser(wordsOfList: words).items(text)
    if items.count == 1, case .list(let name) = items[0] { return try terms(ofList: name) }
    var seen: Set<Term> = []
    return try items.flatMap { item in
      switch item {
      case .term(let term): [term]
      case .list(let name): try terms(ofList: name)
      }
    }.filter { seen.insert($0).inserted }
  }

  /// The terms of the list of that name.
  private func terms(ofList name: String) throws -> [Term] {
    used.insert(name)
    if let known = resolved[name] { return known }
    guard let definition = definitions[name] else {
      throw TermParser.Failure(message: "there is no list \"\(name)\"; define it or correct the name")
    }
    guard !open.contains(name) else {
      throw TermParser.Failure(message: "the list \"\(name)\" refers to itself through \(open.joined(separator: ", "))")
    }
    open.append(name)
    defer { open.removeLast() }
    let terms = try terms(definition.text)
    resolved[name] = terms
    return terms
  }

  private func words(ofList name: String) throws -> [WordPattern] {
    try terms(ofList: name).flatMap { term -> [WordPattern] in
      guard case .word(let patterns)? = term.steps.first, term.steps.count == 1 else {
        throw TermParser.Failure(
          message:
            "the list \"\(name)\" holds the phrase \"\(term.source)\"; inside a phrase only lists of single words can be used"
        )
      }
      return patterns
    }
  }

  /// Every list, checked even when no rule uses it.
  func findings() -> [Diagnostic] {
    definitions.sorted { ($0.value.path, $0.value.line) < ($1.value.path, $1.value.line) }.flatMap { name, definition in
      var found: [Diagnostic] = []
      let isUsed = used.contains(name)
      do {
        _ = try terms(ofList: name)
      } catch {
        found.append(
          Diagnostic(
            .error, code: "codebook.term", (error as? TermParser.Failure)?.message ?? "\(error)",
            path: definition.path, line: definition.line))
      }
      if !isUsed {
        found.append(
          Diagnostic(
            .warning, code: "codebook.unused-list", "nothing uses the list \"\(name)\"; use it or remove it",
            path: definition.path, line: definition.line))
      }
      return found
    }
  }
}
