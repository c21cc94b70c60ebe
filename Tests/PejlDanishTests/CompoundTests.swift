import PejlDanish
import Testing

@Suite struct CompoundTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try Lexicon() }

  private func joins(_ first: String, _ second: String) -> Bool {
    lexicon.joins(lexicon.number(ofWord: first), lexicon.number(ofWord: second))
  }

  @Test(
    "a first part that cannot stand alone and a joined word that the dictionary knows are one compound",
    arguments: [
      ("fritids", "institutionerne"), ("arbejds", "miljø"), ("livs", "kvalitet"), ("uddannelses", "stederne"),
      ("sundheds", "området"), ("virksomheds", "plan"), ("kvalitets", "udvikling"),
    ])
  func apart(first: String, second: String) { #expect(joins(first, second)) }

  @Test(
    "words that stand side by side are not",
    arguments: [
      ("deres", "arbejde"), ("vores", "børn"), ("kommunens", "område"), ("borgers", "behov"), ("borgernes", "behov"),
      ("borger", "skal"), ("alle", "borgere"), ("med", "ansvar"), ("gode", "aktiviteter"), ("ældre", "borgere"),
      ("råd", "mener"),
      ("hans", "hus"), ("unges", "liv"), ("ældres", "liv"), ("fritids", "og"), ("danmarks", "regering"), ("4", "sager"),
      ("personale", "gruppen"), ("pårørende", "råd"), ("", "hus"),
    ])
  func aside(first: String, second: String) { #expect(!joins(first, second)) }

  @Test("a first part that is a word of its own is joined to a word that a codebook names, prepositions never")
  func named() {
    let compounds = SplitCompounds(
      words: ["pårørenderåd", "personalegruppe", "medansvar", "overskud", "botilbud", "førstefør"])
    func joined(_ first: String, _ second: String) -> String? {
      let numbers = (lexicon.number(ofWord: first), lexicon.number(ofWord: second))
      return compounds.joined(numbers.0, numbers.1, lexicon: lexicon).map(lexicon.form)
    }
    #expect(joined("pårørende", "råd") == "pårørenderåd")
    #expect(joined("Pårørende", "rådet") == "pårørenderådet")
    #expect(joined("personale", "gruppen") == "personalegruppen")
    #expect(joined("fritids", "institutionerne") == "fritidsinstitutionerne")
    #expect(joined("med", "ansvar") == nil)
    #expect(joined("over", "skuddet") == nil)
    #expect(joined("pårørende", "gruppen") == nil)
    #expect(joined("personale", "rådet") == nil)
    #expect(joined("første", "får") == nil)
  }

  @Test(
    "the forms of a compound that the dictionary does not know are brought together by its last part",
    arguments: [
      ("pårørenderåd", "pårørenderådet"), ("pårørenderåd", "pårørenderådenes"),
      ("pårørendeinddragelse", "pårørendeinddragelsen"), ("kommuneplansstrategi", "kommuneplansstrategien"),
    ])
  func unlisted(left: String, right: String) {
    #expect(lexicon.areInflections(left, right))
    #expect(!lexicon.lemmas(lexicon.number(ofWord: right)).contains("råd"))
  }
}
