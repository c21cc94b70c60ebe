import PejlDanish
import Testing

@Suite struct LexiconTests {
  @Test(
    "inflections of one word share a lemma",
    arguments: [
      ("borger", "borgernes"), ("slippe", "slap"), ("give", "gav"), ("husmøde", "husmøderne"), ("god", "bedre"),
      ("barn", "børnene"),
      ("kollega", "kollegerne"), ("tillidsmand", "tillidsmændene"), ("plejeforælder", "plejeforældre"),
      ("plejebarn", "plejebørnenes"),
    ])
  func inflections(left: String, right: String) throws {
    #expect(try Lexicon().areInflections(left, right))
  }

  @Test(
    "different words do not, and neither does a compound with its last part",
    arguments: [
      ("ansvar", "medansvar"), ("inddragelse", "medarbejderinddragelse"), ("mål", "mal"), ("lege", "læge"),
      ("lys", "døgnrytmelys"), ("lyst", "døgnrytmelys"),
      ("plads", "plejehjemspladser"), ("mand", "tillidsmændene"), ("land", "lænder"),
    ])
  func others(left: String, right: String) throws {
    #expect(try !Lexicon().areInflections(left, right))
  }

  @Test("a compound keeps its parts in its lemma, also when inflected or hyphenated")
  func compounds() throws {
    let lexicon = try Lexicon()
    #expect(lexicon.areInflections("medarbejderinddragelse", "medarbejderinddragelsen"))
    #expect(lexicon.areInflections("it-system", "it-systemerne"))
  }
}
