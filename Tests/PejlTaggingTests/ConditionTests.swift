import PejlCodebook
import PejlTagging
import Testing

@Suite struct ConditionTests {
  private func expect(_ condition: String, _ marked: String, _ location: SourceLocation = #_sourceLocation) throws {
    #expect(try Book.rule(condition).evidence(marked) == marked, sourceLocation: location)
  }

  @Test("a lemma matches every inflection, also across a broken line, and no compound")
  func lemma() throws {
    try expect("<any>ansvar</any>", "Vi tager [ansvaret], og [an-\nsvar] er godt, men ikke medansvar.")
    try expect("<any>slippe</any>", "De [slap] ham for tidligt. De [slipper] alle.")
  }

  @Test("a dictionary form stands for itself, not for another word that it could be a form of")
  func homographs() throws {
    try expect("<any>ens</any>", "Vi gør det [ens], og en af os ved det.")
    try expect("<any>måle</any>", "Vi [målte] det, men målene var andre.")
  }

  @Test("exact forms, capitals and wildcards match as they are written")
  func forms() throws {
    try expect("<any>=lære</any>", "At [lære] er godt, lærer er noget andet. [Lære]!")
    try expect("<any>=STU</any>", "En [STU] er ikke en stu.")
    try expect("<any>involver*</any>", "At [involvere] og [involveringen]; uinvolveret.")
    try expect("<any>*råd</any>", "Et [beboerråd] er et råd.")
    try expect("<any>*hjælp*</any>", "[Hjælpemidler], [nødhjælp] og [uhjælpsom].")
  }

  @Test("a part matches the word and compounds with it, but not where only letters agree")
  func part() throws {
    try expect("<any>~medarbejder</any>", "[Medarbejderne] og [medarbejderinddragelse] og [plejemedarbejdere].")
    try expect("<any>~ansvar</any>", "[Medansvar] og [ansvarsområder].")
    try expect("<any>~mål</any>", "[Delmål] og [mål], men ikke smålig.")
  }

  @Test("a phrase may have gaps and alternatives, skips commas and stays in its sentence")
  func phrase() throws {
    try expect("<any>tale …2 hovedet</any>", "De [talte hen over hovedet] på ham. De talte. Hen over hovedet.")
    try expect("<any>tale …2 hovedet</any>", "De talte længe og meget om hovedet.")
    try expect("<any>min|vores søn|datter</any>", "[Vores datter] og [min søn] og hans søn.")
    try expect("<any>hvad hun vil</any>", "[Hvad, hun vil], ved vi ikke.")
  }

  @Test("of nested terms of one list only the longest counts")
  func nested() throws {
    try expect("<any>mål, målet er nået</any>", "Når [målet er nået], er der nye [mål].")
  }

  @Test("near needs both within the distance, in one sentence, in any order unless ordered")
  func near() throws {
    try expect(
      "<near words=\"2\"><any>tid</any><any>mangle</any></near>",
      "[Tiden] til det [mangler]. Tid er der nok af. Vi mangler.")
    try expect("<near words=\"1\"><any>tid</any><any>mangle</any></near>", "Tiden til det mangler.")
    try expect("<near words=\"3\" ordered=\"true\"><any>tid</any><any>mangle</any></near>", "Vi mangler tid.")
    try expect("<near words=\"3\"><any>tid</any><any>mangle</any></near>", "Vi [mangler] [tid].")
  }

  @Test("one word cannot satisfy two demands")
  func ownWords() throws {
    try expect("<near words=\"5\"><any>søn, bror</any><any>søn, mor</any></near>", "Min søn bor her.")
    try expect("<any>søn, bror</any><any>søn, mor</any>", "Min [søn] og hans [mor] bor her. En søn bor der.")
  }

  @Test("several conditions must hold in one sentence; within the passage they may be apart")
  func all() throws {
    try expect("<any>tid</any><any>skema</any>", "[Tiden] går med [skemaer]. Tid er guld. Et skema.")
    try expect("<all within=\"passage\"><any>tid</any><any>skema</any></all>", "[Tid] er guld. Et [skema] er papir.")
    try expect("<either><any>tid</any><any>skema</any></either>", "[Tid] er guld.")
  }

  @Test("start holds only at the head of the passage; a question needs its mark")
  func startAndQuestion() throws {
    try expect("<start><any>god</any></start>", "Det er [godt], at det er godt. Godt!")
    try expect("<question/>", "Hvad nu[?] Ved I det. Mon[?]")
    try expect("<any>nu</any><question/>", "Hvad [nu][?] Nu ved I det.")
    try expect("<near words=\"1\"><any>nu</any><question/></near>", "Hvad [nu][?]")
  }

  @Test("unless drops the sentence, the passage, or only the overlapping match")
  func unless() throws {
    try expect("<any>plan</any><unless>byplan, vej</unless>", "En [plan]. En plan for vejen.")
    try expect("<any>plan</any><unless within=\"passage\">vej</unless>", "En plan. En vej.")
    try expect("<any>mål</any><unless within=\"overlap\">stå mål med</unless>", "Det kan stå mål med vores [mål].")
  }

  @Test("a rule can build on another")
  func fires() throws {
    let book = try Book(
      Book.ruleXML("base", "1.2", "<any>skema</any>") + Book.ruleXML("r", "1.1", "<fires rule=\"base\"/><any>tid</any>")
    )
    #expect(book.evidence("[Skemaet] tager [tid].") == "[Skemaet] tager [tid].")
    #expect(book.codes("Skemaet er godt.") == ["1.2"])
  }

  @Test("ten thousand sentences in one passage cost time in proportion")
  func manySentences() throws {
    let rule = "<any>tone</any><any>god</any><unless within=\"overlap\">god nok</unless><unless>slem</unless>"
    let text = String(repeating: "Tonen er god. ", count: 10_000)
    let book = try Book.rule(rule)
    let clock = ContinuousClock()
    var codes: [String] = []
    let time = clock.measure { codes = book.codes(text) }
    #expect(codes == ["1.1"])
    #expect(time < .seconds(30))
  }

  @Test("a list with a thousand matches in one passage does not explode")
  func explosion() throws {
    let near = "<near words=\"40\"><any>a, b</any><any>b, c</any><any>c, a</any><any>a, b, c</any></near>"
    let text = String(repeating: "a b c ", count: 400)
    let clock = ContinuousClock()
    let book = try Book.rule(near)
    #expect(clock.measure { _ = book.codes(text) } < .seconds(20))
  }
}
