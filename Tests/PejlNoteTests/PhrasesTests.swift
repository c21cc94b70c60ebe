import Testing

@testable import PejlNote

@Suite struct PhrasesTests {
  @Test(
    "words that begin as those of a phrase are found, one behind the other, in capitals and in decomposed letters",
    arguments: [
      ("Et MINDRETAL mener", true), ("et mindre tal", false), ("Særstandpunktet er", true), ("standpunktet er", false),
      ("afsnit,\nom haver", true), ("afsnittet er om haver", false), ("om afsnit", false), ("sa\u{30A}dan", true),
      ("sådan", true), ("", false), ("afsnit", false), ("rædsel", false),
    ])
  func found(text: String, isFound: Bool) {
    #expect(NoteWords.Phrases("mindretal, særstandpunkt, afsnit om, så").isIn(text) == isFound)
    #expect(!NoteWords.Phrases("").isIn(text))
  }
}
