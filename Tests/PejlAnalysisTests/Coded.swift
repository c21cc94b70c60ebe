import PejlAnalysis
import PejlCodebook
import PejlSegment
import PejlTagging
import PejlText

/// Coded paragraphs in few words: what a person set, what Pejl set, and what it rejected.
enum Coded {
  struct Item {
    let gold: String
    let tags: [Tag]
    let rejected: [Tag]

    /// Codes with `;` between; a tag is `code`, `code=score` or `code=score:rule,rule`.
    init(_ gold: String, _ tags: String = "", rejected: String = "") {
      self.gold = gold
      self.tags = Self.tags(tags)
      self.rejected = Self.tags(rejected)
    }

    private static func tags(_ text: String) -> [Tag] {
      text.split(separator: ";").map { one in
        let parts = one.split(whereSeparator: { "=:".contains($0) }).map(String.init)
        let score = parts.count > 1 ? Double(parts[1]) ?? 1 : 1
        let rules = parts.count > 2 ? parts[2].split(separator: ",").map(String.init) : ["rule"]
        return Tag(
          code: parts[0], facet: Coded.facet(parts[0]), basis: .keyword, score: score,
          reasons: rules.map { Tag.Reason(rule: $0, weight: score / Double(rules.count), evidence: []) })
      }
    }
  }

  static func facet(_ code: String) -> Facet.ID {
    SmallHearing.codebook.facets.first { $0.codes.contains { $0.id == code } }?.id ?? .strategy
  }

  /// A gold file with the columns named.
  static func gold(_ text: String, path: String = "gold.tsv") throws -> GoldFile {
    try GoldFile(Array(text.utf8), path: path, codebook: SmallHearing.codebook)
  }

  /// The paragraphs of `items`, whose gold names codes of any facet among `facets`; named `1`, `2` and so on.
  static func paragraphs(
    _ items: [Item], facets: [Facet.ID] = [.strategy, .theme, .stance], source: (Int) -> String = { "\($0)" }
  ) throws -> [CodedParagraph] {
    let rows = items.enumerated().map { index, item in
      let codes = item.gold.split(separator: ";").map(String.init)
      return
        (["\(index + 1)", "Text \(index + 1)"]
        + facets.map { facet in codes.filter { Self.facet($0) == facet }.joined(separator: ";") }).joined(
          separator: "\t")
    }
    let header = (["id", "text"] + facets.map(\.rawValue)).joined(separator: "\t")
    let gold = try gold(([header] + rows).joined(separator: "\n"))
    return zip(gold.rows, items).enumerated().map { index, pair in
      let text = UTF8Text(pair.0.text ?? "")
      let passage = Passage(
        id: "p", number: 1, span: text.span, core: text.span, kind: .paragraph, level: 0, page: nil)
      return CodedParagraph(
        gold: pair.0, goldPath: "gold.tsv", source: source(index), text: text.string, span: text.span,
        passages: [
          TaggedPassage(passage: passage, disposition: .tagged, tags: pair.1.tags, rejected: pair.1.rejected)
        ])
    }
  }

  /// The evaluation of `items`.
  static func evaluation(_ items: [Item], codebook: Codebook = SmallHearing.codebook) throws -> Evaluation {
    Evaluation(try paragraphs(items), codebook: codebook)
  }
}
