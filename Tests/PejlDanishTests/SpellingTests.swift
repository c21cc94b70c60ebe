import PejlDanish
import Testing

@Suite struct SpellingTests {
  private static let words = [
    "medarbejder", "pårørende", "kommunikation", "kommune", "inddragelse", "inddrage", "aktivitet", "handicap",
    "uddannelse", "frivillig", "retssikkerhed", "selvbestemmelse", "værdighed", "rehabilitering", "bolig", "råd",
    "it-system", "psykiatri", "ledelse", "ledsager", "selvstændighed", "forebyggelse",
  ]
  private let corrector = SpellingCorrector(words: words)

  private func correct(_ form: String) -> String? { corrector.word(for: Array(form.utf8)[...]) }

  @Test(
    "one wrong letter is put right, also before an ending",
    arguments: [
      ("medarbjder", "medarbejder"), ("pårørene", "pårørende"), ("kommunikaton", "kommunikation"),
      ("indragelse", "inddragelse"), ("aktivtiet", "aktivitet"), ("handikap", "handicap"), ("uddanelse", "uddannelse"),
      ("frivilig", "frivillig"), ("retsikkerhed", "retssikkerhed"),
      ("rehabillitering", "rehabilitering"), ("værdighd", "værdighed"), ("psykatri", "psykiatri"),
      ("medarbjderne", "medarbejder"), ("komunerne", "kommune"), ("pårørrendes", "pårørende"),
      ("aktivitterne", "aktivitet"), ("uddanelserne", "uddannelse"), ("selvbestemelsen", "selvbestemmelse"),
      ("forebygelse", "forebyggelse"),
    ])
  func corrected(form: String, word: String) {
    #expect(correct(form) == word)
  }

  @Test(
    "two wrong letters, another first letter, short words, and words with anything but letters are left alone",
    arguments: [
      "kommunikasjon", "komunikaton", "friviligge", "nedarbejder",
      "ommunikation", "bollig", "rådd", "it-systm", "medarb3jder", "",
      "psykologi", "uddeling", "ledsagelse", "medarbejdertrivsel",
    ])
  func untouched(form: String) { #expect(correct(form) == nil) }

  @Test("a form as near to two words is nobody's misspelling")
  func ambiguous() {
    let corrector = SpellingCorrector(words: ["besøge", "besøger", "besøgt", "besked", "beskedne"])
    #expect(corrector.word(for: Array("besøgr".utf8)[...]) == nil)
  }

  @Test("a form that the dictionary knows is not corrected, alone or as a compound")
  func known() throws {
    let lexicon = try Lexicon()
    func correction(_ form: String) -> String? { lexicon.correction(lexicon.number(ofWord: form), by: corrector) }
    #expect(correction("medarbjder") == "medarbejder")
    #expect(correction("Pårørene") == "pårørende")
    #expect(correction("uddanelse") == "uddannelse")
    #expect(correction("indragelsen") == "inddragelse")
    #expect(correction("medarbejder") == nil)
    #expect(correction("ledelsen") == nil)
    let near = SpellingCorrector(words: ["husmødre"])
    #expect(lexicon.correction(lexicon.number(ofWord: "husmøder"), by: near) == nil)
  }

  @Test("the answer does not hang on the order of the words, nor on words that are far away")
  func order() {
    let letters = Array("abcdefghijklmnopqrstuvwx")
    var many = Self.words
    for first in letters { for second in letters { many.append("zx\(first)\(second)qqjj") } }
    let large = SpellingCorrector(words: many.reversed())
    for form in ["medarbjderne", "pårørene", "kommunikasjon", "komunerne"] {
      #expect(large.word(for: Array(form.utf8)[...]) == correct(form))
    }
  }
}
