import Testing

@testable import PejlDanish

@Suite struct RecognitionConfusionTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try Lexicon() }

  @Test(
    "a noisy form is read as the word that it stands for",
    arguments: [
      ("falles", "fælles"), ("fzlles", "fælles"), ("felles", "fælles"), ("feelles", "fælles"), ("fzelles", "fælles"),
      ("flles", "fælles"), ("omrddet", "området"), ("omrédet", "området"), ("malsatninger", "målsætninger"),
      ("tveergdende", "tværgående"), ("okonomi", "økonomi"), ("stotteformer", "støtteformer"), ("faelles", "fælles"),
      ("ti1bud", "tilbud"),
    ])
  func readings(noisy: String, word: String) {
    let words = RecognitionConfusions.danish.readings(of: noisy, accepts: lexicon.knows).map(\.word)
    #expect(words.prefix(3).contains(word), "\(words)")
  }

  @Test(
    "short words and words that cannot be others are left alone", arguments: ["for", "pa", "rad", "kommune", "1234"])
  func left(word: String) {
    #expect(RecognitionConfusions.danish.readings(of: word, accepts: lexicon.knows).isEmpty)
  }

  @Test("Danish without its letters is noisy; Danish, English and short texts are not")
  func noise() {
    let noisy = "Radet har droftet udkastet pa et made og stotter den feelles retning, som det har for omradet. "
    let clean = "Rådet har drøftet udkastet på et møde og støtter den fælles retning, som det har for området. "
    let english = "The council has discussed the draft at a meeting and supports the common direction of it. "
    #expect(RecognitionNoise(String(repeating: noisy, count: 6), lexicon: lexicon).isNoisy)
    #expect(!RecognitionNoise(noisy, lexicon: lexicon).isNoisy)
    #expect(!RecognitionNoise(String(repeating: clean, count: 6), lexicon: lexicon).isNoisy)
    #expect(!RecognitionNoise(String(repeating: english, count: 6), lexicon: lexicon).isNoisy)
    // Danish that happens to have none of the letters.
    let without = "Vi mener at planen er god og at kommunen skal tale med borgerne om den, inden den bliver vedtaget. "
    #expect(!RecognitionNoise(String(repeating: without, count: 6), lexicon: lexicon).isNoisy)
  }
}
