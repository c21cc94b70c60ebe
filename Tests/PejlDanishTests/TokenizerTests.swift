import PejlDanish
import PejlText
import Testing

@Suite struct TokenizerTests {
  private func forms(_ string: String) throws -> [String] {
    let lexicon = try Lexicon()
    let text = UTF8Text(string)
    return Tokenizer().tokenize(text, text.span, lexicon: lexicon).tokens.map { lexicon.form($0.form) }
  }

  /// The sentences of `string`, without the white space around them.
  private func sentences(_ string: String) throws -> [String] {
    let text = UTF8Text(string)
    return Tokenizer().tokenize(text, text.span, lexicon: try Lexicon()).sentences.map { text[text.trimmed($0.span)] }
  }

  @Test("words are in small letters, with hyphens, apostrophes and numbers whole")
  func words() throws {
    #expect(
      try forms("ÆBLET og MED-udvalgets sms'er: 2.4, 1.500 kr. (§ 18)!")
        == ["æblet", "og", "med-udvalgets", "sms'er", "2.4", "1.500", "kr", "18"])
  }

  @Test("a word broken over a line end is one word, but a left-out part is not joined")
  func lineEnds() throws {
    #expect(try forms("rets-\nsikkerhed") == ["retssikkerhed"])
    #expect(try forms("over-\r\n  morgen") == ["overmorgen"])
    #expect(try forms("beboer-\nog pårørenderåd") == ["beboer", "og", "pårørenderåd"])
    #expect(try forms("Nord-\n\nsyd") == ["nord", "syd"])
    #expect(try forms("Øst-\nJylland") == ["øst", "jylland"])
  }

  @Test("the span of a token is what stands in the text")
  func spans() throws {
    let text = UTF8Text("Få rets-\nsikkerhed nu")
    let tokens = Tokenizer().tokenize(text, text.span, lexicon: try Lexicon()).tokens
    #expect(tokens.map { text[$0.span] } == ["Få", "rets-\nsikkerhed", "nu"])
  }

  @Test(
    "a period ends a sentence, but not in abbreviations, dates, numbers and initials",
    arguments: [
      ("Vi mødes d.14.januar kl. 10. Kom.", ["Vi mødes d.14.januar kl. 10.", "Kom."]),
      ("Det er bl.a. Nexus, f.eks. Excel m.v. Godt.", ["Det er bl.a. Nexus, f.eks. Excel m.v.", "Godt."]),
      ("Se pkt. 2.4 og § 18, stk. 2. Tak!", ["Se pkt. 2.4 og § 18, stk. 2.", "Tak!"]),
      ("Den 3. august. I år.", ["Den 3. august.", "I år."]),
      ("M.T. skrev ref. Hun gik.", ["M.T. skrev ref. Hun gik."]),
      ("Hvorfor? Det ved vi ikke…", ["Hvorfor?", "Det ved vi ikke…"]),
      ("Han sagde: \"Nej!\" Og gik.", ["Han sagde: \"Nej!\"", "Og gik."]),
      ("Slut.Begynd igen", ["Slut.", "Begynd igen"]),
    ])
  func splits(text: String, expected: [String]) throws {
    #expect(try sentences(text) == expected)
  }

  @Test("hard-wrapped and unwrapped text give the same sentences and words")
  func wrapping() throws {
    let plain = "Rådet takker. Vi mener bl.a. at retssikkerhed er vigtig, og at der skal følges op. Hvornår sker det?"
    let wrapped =
      "Rådet takker. Vi mener bl.a. at\nretssikker-\nhed er vigtig, og at der skal følges\nop. Hvornår sker\ndet?"
    #expect(try forms(plain) == forms(wrapped))
    #expect(try sentences(plain).count == sentences(wrapped).count)
  }

  @Test("every word lies in exactly one sentence")
  func cover() throws {
    let text = UTF8Text("Et. To tre? Fire\n\nfem! (Seks) syv")
    let tokenized = Tokenizer().tokenize(text, text.span, lexicon: try Lexicon())
    #expect(tokenized.sentences.flatMap { Array($0.tokens) } == Array(tokenized.tokens.indices))
  }

  @Test("two million letters without a blank are one word, and no dictionary is asked")
  func longWord() throws {
    let text = UTF8Text(String(repeating: "a", count: 2_000_000))
    let lexicon = try Lexicon()
    let tokens = Tokenizer().tokenize(text, text.span, lexicon: lexicon).tokens
    #expect(tokens.count == 1)
    #expect(lexicon.lemmas(tokens[0].form).count == 1)
  }
}
