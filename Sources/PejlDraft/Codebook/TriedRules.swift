internal import PejlCodebook
internal import PejlDanish
internal import PejlTagging
internal import PejlText

/// Tries the rules of a draft on the strategy's sentences, so that their examples show what they do.
struct TriedRules {
  /// The rules that find something in their sentence and leave some other alone, with marks and one miss.
  private(set) var rules: [DraftRule] = []

  init(writer: CodebookDraftWriter, lexicon: Lexicon) throws {
    let bytes = try writer.write()
    let codebook = try CodebookReader { _ in bytes }.read("codebook.xml")
    let compiled = CompiledCodebook(codebook, lexicon: lexicon)
    let verifier = RuleVerifier(compiled, lexicon: lexicon)
    for var rule in writer.rules {
      rule.marks = verifier.evidence(of: rule.id, in: rule.hit)
      guard !rule.marks.isEmpty else { continue }
      guard let miss = rule.misses.first(where: { verifier.evidence(of: rule.id, in: $0).isEmpty }) else { continue }
      rule.misses = [miss]
      rules.append(rule)
    }
  }
}
