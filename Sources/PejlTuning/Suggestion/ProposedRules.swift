internal import PejlAnalysis
package import PejlCodebook
internal import PejlText
internal import PejlXML

/// Suggested words as rules: a part of a codebook that a person finishes.
///
/// A rule has no examples yet, so that no codebook loads it before somebody has thought of some: they are the person's own,
/// never words of an answer.
package struct ProposedRules {
  /// The bytes of the XML file.
  package let bytes: [UInt8]

  /// Writes the words of `suggestions` as rules with identifiers that `codebook` does not have.
  package init(_ suggestions: Suggestions, codebook: Codebook) throws {
    var taken = UniqueNames(codebook.rules.map(\.id) + codebook.dampers.map(\.rule.id))
    let xml = XMLWriter()
    xml.element("part", [("xmlns", "urn:pejl:codebook:1")]) {
      for own in suggestions.codes where !own.words.isEmpty {
        let threshold = codebook.facet(own.code.facet)?.threshold ?? 1
        xml.element("rules", [("code", own.code.id)]) {
          for word in own.words {
            let weight = min((word.yield?.share ?? 0.5) * threshold, Self.greatestWeight)
            xml.element("rule", [("id", Self.id(own.code, word.term, &taken)), ("weight", weight.written)]) {
              xml.comment(Self.figures(word))
              xml.element("any", text: word.term)
              xml.comment("TODO a sentence of your own: <hit>… <mark>the evidence</mark> …</hit>")
              xml.comment("TODO one that looks alike and must not match: <miss>…</miss>")
            }
          }
        }
      }
    }
    bytes = xml.finish()
  }

  /// The greatest weight that the schema allows.
  private static let greatestWeight = 3.0

  private static func figures(_ word: WordSuggestion) -> String {
    let keyness = word.keyness
    let adds = word.yield.map { "; adds \($0.newRight) right and \($0.newWrong) wrong" } ?? ""
    return "in \(keyness.inside) of \(keyness.insideTotal) passages with the code, in \(keyness.outside) of "
      + "\(keyness.outsideTotal) others; \(word.authors) authors; G2 \(keyness.logLikelihood.rounded(to: 1).written)\(adds)"
  }

  /// The code and the term's words with hyphens between, and a number where that is taken.
  private static func id(_ code: Code, _ term: String, _ taken: inout UniqueNames) -> String {
    let words = term.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    return taken.next("\(code.id)-\(words)")
  }
}
