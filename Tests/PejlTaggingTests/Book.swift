import PejlCodebook
import PejlDanish
import PejlHearing
import PejlSegment
import PejlTagging
import PejlText

/// A small codebook for tests, and what it makes of texts.
struct Book {
  let compiled: CompiledCodebook
  let lexicon: Lexicon

  /// A codebook with two guideposts, a stance, frames, and the rules given as XML.
  init(_ content: String, facet: String = "threshold=\"1\" limit=\"3\" share=\"0.5\"") throws {
    let xml = """
      <codebook xmlns="urn:pejl:codebook:1" id="t" version="1" language="da"><title>T</title>
      <context inside="1.5" outside="0.5" fallback="0.4"/>
      <references><guidepost>pejlemærke, =kapitel</guidepost><objective>målsætning, =pkt, =punkt</objective><page>=side, =s</page>
      <ordinals>=første, =andet</ordinals><joiners>=og, =nr</joiners><foreign>=mio, =kl, =procent, =timer</foreign></references>
      <facet id="strategy" name="S" \(facet)>
      <code id="P1" name="Et" number="1"><alias case="yes">Borgeren først</alias><definition>d</definition>
        <code id="1.1" name="a" number="1.1"><wording>Vi taler med borgeren og aldrig om borgeren</wording><definition>d</definition></code>
        <code id="1.2" name="b" number="1.2"><definition>d</definition></code></code>
      <code id="P2" name="To" number="2"><alias>Fundamentet på plads</alias><definition>d</definition>
        <code id="2.1" name="c" number="2.1"><definition>d</definition></code></code></facet>
      <facet id="stance" name="H" limit="2"><code id="s" name="s"><definition>d</definition></code></facet>
      <facet id="frame" name="R"><code id="signature" name="u" tail="6"><definition>d</definition></code>
        <code id="procedure" name="p"><definition>d</definition></code></facet>
      \(content)</codebook>
      """
    lexicon = try Lexicon()
    compiled = CompiledCodebook(try CodebookReader { _ in Array(xml.utf8) }.read("t.xml"), lexicon: lexicon)
  }

  /// A book with one rule of code 1.1 that demands `condition`.
  static func rule(_ condition: String, weight: Double = 1) throws -> Book {
    try Book(ruleXML("r", "1.1", condition, weight: weight))
  }

  static func ruleXML(_ id: String, _ code: String, _ condition: String, weight: Double = 1) -> String {
    "<rules code=\"\(code)\"><rule id=\"\(id)\" weight=\"\(weight)\">\(condition)<hit><mark>x</mark></hit><miss>y</miss></rule></rules>"
  }

  /// Checks the evidence of the rule "r" in a text with marks: `Vi [taler] om det`.
  func evidence(_ marked: String) -> String {
    let plain = marked.filter { $0 != "[" && $0 != "]" }
    let text = UTF8Text(plain)
    let passage = tag([(plain, .paragraph)])[0]
    let spans = TextSpan.merged(passage.tags.flatMap(\.reasons).filter { $0.rule == "r" }.flatMap(\.evidence))
    var result = ""
    var position = 0
    for span in spans {
      result += text[TextSpan(position, span.start)] + "[" + text[span] + "]"
      position = span.end
    }
    return result + text[TextSpan(position, text.count)]
  }

  /// The tagged passages of a response made of `blocks`.
  func tag(
    _ blocks: [(String, Block.Kind)], hearing: Hearing = Hearing(id: ""), strategy: StrategyText? = nil,
    from kind: Respondent.Kind = .other
  ) -> [TaggedPassage] {
    var builder = DocumentBuilder(format: "test")
    for (text, kind) in blocks { builder.append(text, kind: kind, level: kind == .heading ? 1 : 0) }
    let document = builder.build()
    return Tagger(compiled, hearing: hearing, strategy: strategy, lexicon: lexicon)
      .tag(Segmenter().segment(document, response: "r"), of: document.text, from: kind)
  }

  /// The codes of the facet `strategy` of one paragraph.
  func codes(_ text: String) -> [String] { tag([(text, .paragraph)])[0].tags(.strategy).map(\.code) }
}
