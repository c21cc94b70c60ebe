/// A small codebook that changes step by step: its rules refer to one another and to what stands around.
struct ChangingCodebook {
  static let words = ["tone", "tog", "have", "skole", "bus", "vej", "kørestol"]
  private static let others = ["fritidstilbud", "pårørenderåd", "sagsbehandler", "kørestole", "kommune"]

  private struct Rule {
    var id: String
    var code: String
    var words: [String]
    var weight = 1.0
    /// What it demands besides one of its words.
    var demand = Demand.nothing
  }

  private enum Demand: Int, CaseIterable {
    case nothing, noStance, before, heading, otherRule, stance
  }

  private var rules = [
    Rule(id: "r1", code: "P1", words: ["tone"]), Rule(id: "r2", code: "P2", words: ["tog"]),
    Rule(id: "s1", code: "S1", words: ["bekymret"]),
  ]
  private var hasDamper = false
  private var title = "T"
  private var made = 2

  /// Changes one thing.
  mutating func change(_ kind: Int, _ random: inout SeededNumbers) {
    let own = random.next(below: rules.count)
    switch kind {
    case 0, 1:
      made += 1
      let words = [Self.others.randomElement(using: &random) ?? ""]
      let demand = Demand.allCases.randomElement(using: &random) ?? .nothing
      let rule = Rule(id: "n\(made)", code: made % 2 == 0 ? "P1" : "P2", words: words, demand: demand)
      rules.insert(rule, at: random.next(below: rules.count + 1))
    case 2: rules[own].weight = rules[own].weight == 1 ? 0.6 : 1
    case 3: if let last = rules.lastIndex(where: { $0.id.hasPrefix("n") }) { rules.remove(at: last) }
    case 4: rules.swapAt(own, 0)
    case 5: hasDamper.toggle()
    case 6: title += "x"
    default:
      let pool = rules[own].id == "s1" ? ["bekymret", "hvad", "ked"] : Self.words
      let word = pool.randomElement(using: &random) ?? ""
      rules[own].words = rules[own].words.contains(word) ? rules[own].words : rules[own].words + [word]
    }
  }

  var xml: String {
    """
    <codebook xmlns="urn:pejl:codebook:1" id="t" version="1" language="da"><title>\(title)</title>
    <facet id="strategy" name="S"><code id="P1" name="Et"><definition>d</definition></code>
    <code id="P2" name="To"><definition>d</definition></code></facet>
    <facet id="stance" name="H"><code id="S1" name="Uro"><definition>d</definition></code></facet>
    \(rules.map(xml).joined(separator: "\n"))
    \(hasDamper ? Self.damper : "")
    </codebook>
    """
  }

  private static let damper = """
    <damper id="d" factor="0.5" facets="strategy"><question/><hit>Er det så<mark>?</mark></hit><miss>En kat.</miss></damper>
    """

  private func xml(_ rule: Rule) -> String {
    let word = rule.words[0]
    let (condition, hit): (String, String) =
      switch rule.demand {
      case .nothing: ("", "<hit>En <mark>\(word)</mark>.</hit>")
      case .noStance: ("<unless><stance code=\"S1\"/></unless>", "<hit>En <mark>\(word)</mark>.</hit>")
      case .before: ("<before>hus</before>", "<hit before=\"Et hus.\">En <mark>\(word)</mark>.</hit>")
      case .heading: ("<heading>emne</heading>", "<hit above=\"Et emne\">En <mark>\(word)</mark>.</hit>")
      case .otherRule:
        ("<fires rule=\"r1\"/>", "<hit>En <mark>tone</mark> og en <mark>\(word)</mark>.</hit>")
      case .stance: ("<stance code=\"S1\"/>", "<hit>Jeg er bekymret for en \("<mark>\(word)</mark>").</hit>")
      }
    return """
      <rules code="\(rule.code)"><rule id="\(rule.id)" weight="\(rule.weight)"><any>\(rule.words.joined(separator: ", "))</any>\
      \(condition)\(hit)<miss>En kat.</miss></rule></rules>
      """
  }
}
