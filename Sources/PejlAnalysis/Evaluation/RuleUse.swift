public import PejlCodebook
internal import PejlTagging

/// How a rule fared on the coded paragraphs.
///
/// A rule that holds is counted whether its code became a tag or not: what is measured is the rule, not the threshold. A
/// paragraph in which it holds several times counts once.
public struct RuleUse: Sendable, Hashable {
  /// The rule's name, or a name such as `reference:number` for what is not a rule.
  public let name: String
  /// The rule in the codebook; nil for what is not a rule.
  public let rule: Rule?
  /// The facet of the code it speaks for.
  public let facet: Facet.ID
  /// In how many paragraphs it held; a reference that names two codes in one counts for each.
  public let held: Int
  /// In how many of them its code became a tag.
  public let tagged: Int
  /// How many of them bear its code in gold.
  public let right: Int
  /// Those of `right` in which no other rule spoke for the code.
  public let alone: Int
  /// The paragraphs that bear its code in gold; nil for what is not a rule.
  public let gold: Int?

  /// The part of the paragraphs that bear its code in gold; nil when it never held.
  public var precision: Double? { held == 0 ? nil : Double(right) / Double(held) }
  /// The part of the code's paragraphs in gold that it finds; nil when there are none.
  public var recall: Double? { gold.flatMap { $0 == 0 ? nil : Double(right) / Double($0) } }
}

extension RuleUse {
  /// What a name has been counted for.
  private struct Count {
    var held = 0
    var tagged = 0
    var right = 0
    var alone = 0
  }

  private struct Key: Hashable {
    let facet: Facet.ID
    let name: String
  }

  /// The use of every rule in the codebook's order, then of what is not a rule, by name. Rules of the facet `frame` and of
  /// facets that the person did not code are left out: no code in gold could tell whether they are right.
  static func all(_ paragraphs: [CodedParagraph], _ codebook: Codebook, facets: [Facet.ID]) -> [RuleUse] {
    var counts: [Key: Count] = [:]
    for paragraph in paragraphs {
      for facet in facets { count(paragraph, facet, &counts) }
    }
    var gold: [Facet.ID: [String: Int]] = [:]
    for paragraph in paragraphs {
      for (facet, codes) in paragraph.gold.codes {
        for code in codes { gold[facet, default: [:]][code, default: 0] += 1 }
      }
    }
    var home: [String: Facet.ID] = [:]
    for facet in codebook.facets { for code in facet.codes where home[code.id] == nil { home[code.id] = facet.id } }
    var uses: [RuleUse] = codebook.rules.compactMap { rule in
      guard let facet = home[rule.code], facets.contains(facet) else { return nil }
      let count = counts.removeValue(forKey: Key(facet: facet, name: rule.id)) ?? Count()
      return RuleUse(rule.id, rule, facet, count, gold: gold[facet]?[rule.code] ?? 0)
    }
    uses += counts.sorted { ($0.key.facet, $0.key.name) < ($1.key.facet, $1.key.name) }.map { key, count in
      RuleUse(key.name, nil, key.facet, count, gold: nil)
    }
    return uses
  }

  private static func count(_ paragraph: CodedParagraph, _ facet: Facet.ID, _ counts: inout [Key: Count]) {
    let tags = (paragraph.tags + paragraph.rejected).filter { $0.facet == facet }
    for (code, tags) in Dictionary(grouping: tags, by: \.code) {
      let names = Set(tags.flatMap(\.reasons).map(\.rule))
      let isRight = paragraph.gold.codes[facet]?.contains(code) == true
      let isTagged = paragraph.predicted[facet]?.contains(code) == true
      for name in names {
        var count = counts[Key(facet: facet, name: name)] ?? Count()
        count.held += 1
        count.tagged += isTagged ? 1 : 0
        count.right += isRight ? 1 : 0
        count.alone += isRight && names.count == 1 ? 1 : 0
        counts[Key(facet: facet, name: name)] = count
      }
    }
  }

  private init(_ name: String, _ rule: Rule?, _ facet: Facet.ID, _ count: Count, gold: Int?) {
    self.init(
      name: name, rule: rule, facet: facet, held: count.held, tagged: count.tagged, right: count.right,
      alone: count.alone, gold: gold)
  }
}

extension Evaluation {
  /// The rules by falling number of paragraphs in which they hold and their code is not in gold, then as in the codebook.
  public var rulesByHarm: [RuleUse] {
    rules.enumerated().sorted { left, right in
      let (one, other) = (left.element.held - left.element.right, right.element.held - right.element.right)
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
  }
}
