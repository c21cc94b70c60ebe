import PejlDanish
import Testing

@Suite struct CompoundPartTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try Lexicon() }

  @Test(
    "a word is part of the compounds that it ends or begins, listed or not",
    arguments: [
      ("inddragelse", "borgerinddragelse"), ("inddragelse", "medarbejderinddragelse"), ("råd", "ældreråd"),
      ("ældre", "ældreråd"), ("borger", "borgerinddragelse"), ("arbejde", "arbejdeplan"), ("høring", "høringsplan"),
      ("barn", "kl-barn"), ("råd", "pårørenderåd"), ("plan", "handleplanen"), ("medarbejder", "medarbejderinddragelse"),
    ])
  func parts(part: String, word: String) {
    #expect(lexicon.parts(of: word).contains(part))
  }

  @Test(
    "it is none of words that only hold its letters",
    arguments: [
      ("råd", "råd"), ("and", "forstander"), ("ring", "høring"), ("sted", "steder"), ("støtte", "understøttede"),
      ("råd", "brådden"), ("borger", "borgerne"), ("by", "bylivet"), ("lære", "lærerig"),
    ])
  func others(part: String, word: String) {
    #expect(!lexicon.parts(of: word).contains(part))
  }
}
