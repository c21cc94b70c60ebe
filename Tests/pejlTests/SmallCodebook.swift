import Foundation

/// A codebook of a few rules, for tests that do not ask how well the sample's rules are: each start of the program tries all
/// examples of the codebook.
enum SmallCodebook {
  /// Two objectives, a theme, stances and a frame, with a rule for most.
  static let xml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <codebook xmlns="urn:pejl:codebook:1" id="lille" version="1" language="da"><title>En lille kodebog</title>
    <context inside="1.5" outside="0.5" fallback="0.4"/>
    <references><guidepost>pejlemærke</guidepost><objective>målsætning</objective><page>=side</page>
      <ordinals>=første</ordinals><joiners>=og</joiners><foreign>=kl, =kr</foreign></references>
    <facet id="strategy" name="Strategi" threshold="1" limit="3" share="0.5">
      <code id="P2" name="Fundamentet" number="2"><definition>Hvad arbejdet hviler på.</definition>
        <code id="2.1" name="Samarbejde" number="2.1"><definition>Samarbejdet.</definition></code>
        <code id="2.4" name="Normering" number="2.4"><definition>Timer og hænder.</definition></code></code></facet>
    <facet id="theme" name="Tema" threshold="1" limit="2" share="0.5">
      <code id="T1" name="Pårørende"><definition>De pårørende.</definition></code></facet>
    <facet id="stance" name="Holdning" threshold="1" limit="2" share="0.5">
      <code id="støtte" name="Støtte"><definition>Bakker op.</definition></code>
      <code id="bekymring" name="Bekymring"><definition>Savner.</definition></code>
      <code id="forslag" name="Forslag"><definition>Bør.</definition></code>
      <code id="spørgsmål" name="Spørgsmål"><definition>Spørger.</definition></code></facet>
    <facet id="frame" name="Ramme" threshold="1" limit="1" share="0">
      <code id="signature" name="Underskrift" tail="6"><definition>Hilsner.</definition></code></facet>
    \(rule("2.1", "samarbejde", "Samarbejdet"))\(rule("2.4", "normering", "Normeringen"))\(rule("T1", "pårørende", "pårørende"))
    \(rule("støtte", "bakker", "bakker"))\(rule("bekymring", "savner", "savner"))\(rule("forslag", "bør", "bør"))
    </codebook>
    """

  /// A rule that finds `word`, and the word as an example has it.
  private static func rule(_ code: String, _ word: String, _ example: String) -> String {
    """
    <rules code="\(code)"><rule id="\(code)-a" weight="1"><any>\(word)</any><hit>Vi ser, at <mark>\(example)</mark> er \
    nævnt.</hit><miss>Tak for kaffen.</miss></rule></rules>
    """
  }
}
