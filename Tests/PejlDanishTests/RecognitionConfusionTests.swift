import Foundation
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

  @Test("nine in ten words of a scanned agenda item are found again, and its commonest one in every spelling")
  func seeds() throws {
    let path = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let rows = try String(contentsOfFile: "\(path)/Fixtures/noisy-words.txt", encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ").map(String.init) }
    var missed: [String] = []
    for row in rows {
      let words = RecognitionConfusions.danish.readings(of: row[0]) { lexicon.knows($0) || lexicon.isCompound($0) }
      if !words.prefix(3).contains(where: { $0.word == row[1] }) { missed.append("\(row[0]) \(row[1])") }
    }
    #expect(rows.count > 100)
    #expect(missed.count * 10 <= rows.count, "\(missed.count) of \(rows.count): \(missed)")
    #expect(!missed.contains { $0.hasSuffix(" fælles") })
  }

  @Test("single letters, numbers and words that cannot be others are left alone", arguments: ["kunst", "1234", "p"])
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
