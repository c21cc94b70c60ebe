import PejlHistory

/// A run in few words: each answer has passages, each with its text and codes.
enum Run {
  struct Item {
    let text: String
    let codes: [String]
    var human: [String] = []
    /// What rules had given where a person decided; nil where nobody did.
    var machine: [String]?
    var heading = false
    var stance: String?
  }

  static func snapshot(_ answers: [(id: String, party: String, items: [Item])], codebook: String = "a") throws
    -> RunSnapshot
  {
    let parties = Set(answers.map(\.party)).sorted()
    let responses = answers.map { answer in
      let passages = answer.items.map { item in
        let tags = (item.codes.map { ($0, "keyword") } + item.human.map { ($0, "human") }).map {
          "<tag code=\"\($0.0)\" facet=\"strategy\" rule=\"r-\($0.0)\" basis=\"\($0.1)\" score=\"1.00\"/>"
        }
        let stance =
          item.stance.map { "<tag code=\"\($0)\" facet=\"stance\" rule=\"s\" basis=\"keyword\" score=\"1.00\"/>" } ?? ""
        let mark = item.text.unicodeScalars.reduce(7) { ($0 &* 31 &+ Int($1.value)) % 1_000_003 }
        let machine = item.machine?.map { "<machine-tag code=\"\($0)\" facet=\"strategy\" rule=\"r-\($0)\"/>" }
        let decision = machine.map { "<decision by=\"AB\" at=\"2026-11-21\">\($0.joined())</decision>" } ?? ""
        return
          "<passage id=\"\(answer.id).\(mark)\" kind=\"\(item.heading ? "heading" : "paragraph")\" disposition=\"tagged\"><text>\(item.text)</text>\(tags.joined())\(stance)\(decision)</passage>"
      }
      let hash = answer.items.map(\.text).joined()
      return
        "<response id=\"\(answer.id)\" file=\"\(answer.id).txt\" sha256=\"\(hash)\" respondent=\"\(answer.party)\">\(passages.joined())</response>"
    }
    let analysis = """
      <analysis xmlns="urn:pejl:analysis:1"><hearing id="h" title="Prøve">
      \(parties.map { "<party id=\"\($0)\" name=\"\($0)\" heard=\"true\"/>" }.joined())</hearing>
      <codebook version="1"><source path="c" sha256="\(codebook)"/></codebook>\(responses.joined())</analysis>
      """
    let coverage = """
      <coverage xmlns="urn:pejl:coverage:1"><code id="P1" name="Et"/><code id="1.1" parent="P1" name="a"/>
      <code id="1.2" parent="P1" name="b"/></coverage>
      """
    return try RunSnapshot(analysis: Array(analysis.utf8), coverage: Array(coverage.utf8), path: "analysis.xml")
  }
}
