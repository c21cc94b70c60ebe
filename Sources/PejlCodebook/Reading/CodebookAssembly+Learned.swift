internal import PejlText
internal import PejlXML

extension CodebookAssembly {
  /// Reads what tuning wrote: calibrations, learned words, corrections of rules.
  mutating func readLearned(_ root: XMLElement, path: String) {
    for element in root.elements("calibration") { readCalibration(element, path: path) }
    for element in root.elements("learned") {
      let code = element["code"] ?? ""
      if !facets.contains(where: { $0.codes.contains { $0.id == code } }) {
        error(
          "codebook.unknown-code", "there is no code \"\(code)\"; define it or correct the name", path, element.line)
      }
      for child in element.elements { readLearned(child, code: code, path: path) }
    }
  }

  private mutating func readCalibration(_ element: XMLElement, path: String) {
    guard let facet = facets.first(where: { $0.id.rawValue == element["facet"] }) else {
      error(
        "codebook.unknown-facet", "the codebook has no facet \"\(element["facet"] ?? "")\"; remove its calibration",
        path, element.line)
      return
    }
    if calibrations.contains(where: { $0.facet == facet.id }) {
      error(
        "codebook.calibration-twice", "the facet \"\(facet.id.rawValue)\" is calibrated twice; keep one", path,
        element.line)
    }
    var constants: [String: Double] = [:]
    for child in element.elements("constant") {
      let code = child["code"] ?? ""
      if !facet.codes.contains(where: { $0.id == code }) {
        error(
          "codebook.unknown-code", "the facet \"\(facet.id.rawValue)\" has no code \"\(code)\"; tune it anew", path,
          child.line)
      }
      constants[code] = Double(child["value"] ?? "") ?? 0
    }
    for code in facet.codes where constants[code.id] == nil {
      error(
        "codebook.constant", "the calibration has no constant for the code \"\(code.id)\"; tune the codebook anew",
        path,
        element.line)
    }
    var coefficients: [String: Double] = [:]
    for child in element.elements("coefficient") {
      coefficients[child["figure"] ?? ""] = Double(child["value"] ?? "") ?? 0
    }
    calibrations.append(
      Calibration(
        facet: facet.id, cutoff: Double(element["cutoff"] ?? "") ?? 0.5, constants: constants,
        coefficients: coefficients))
  }

  private mutating func readLearned(_ element: XMLElement, code: String, path: String) {
    let weight = Double(element["weight"] ?? "") ?? 0
    if element.name == "correction" {
      let name = element["rule"] ?? ""
      if !rules.contains(where: { $0.id == name && $0.code == code }) {
        error(
          "codebook.unknown-rule", "the code \"\(code)\" has no rule \"\(name)\"; tune the codebook anew", path,
          element.line)
      }
      corrections.append(RuleCorrection(rule: name, weight: weight))
      return
    }
    do {
      for term in try lists.terms(element.text) {
        learnedWords.append(LearnedWord(code: code, term: term, weight: weight))
      }
    } catch {
      findings.append(
        Diagnostic(
          .error, code: "codebook.term", (error as? TermParser.Failure)?.message ?? "\(error)", path: path,
          line: element.line))
    }
  }
}
