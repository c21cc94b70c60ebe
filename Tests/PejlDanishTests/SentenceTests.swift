import PejlDanish
import PejlText
import Testing

/// Where sentences end, in own texts of the kind that answers to hearings are made of.
@Suite struct SentenceTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try Lexicon() }

  /// The sentences of `string`, each with single blanks between its words, as it reads aloud.
  private func sentences(_ string: String) -> [String] {
    let text = UTF8Text(string)
    return Tokenizer().tokenize(text, text.span, lexicon: lexicon).sentences.map {
      text[$0.span].split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }
  }

  private func forms(_ string: String) -> [String] {
    let text = UTF8Text(string)
    return Tokenizer().tokenize(text, text.span, lexicon: lexicon).tokens.map { lexicon.form($0.form) }
  }

  /// `text` with a line end in place of the blank before each word that would pass `column`.
  private func wrapped(_ text: String, at column: Int) -> String {
    var result = ""
    var width = 0
    for word in text.split(separator: " ") {
      let joint = result.isEmpty ? "" : width + 1 + word.count > column ? "\n" : " "
      width = joint == " " ? width + 1 + word.count : word.count
      result += joint + word
    }
    return result
  }

  static let texts = [
    """
    Ældrerådet takker for muligheden for at afgive høringssvar. Rådet mener bl.a., at nærhed er vigtigere end størrelse, \
    og at hjemmeplejen skal være kendt for borgeren, jf. side 12. Hvem følger op på det? Det fremgår ikke af udkastet.
    """,
    """
    På vores møde d. 14. januar kl. 16.30 drøftede vi målsætning 2.1 og 3.4, f.eks. spørgsmålet om aflastning. Det koster \
    ca. 1.500 kr. pr. måned pr. plads! Det er efter vores opfattelse ikke holdbart (se også bilag 3, pkt. 4).
    """,
    """
    Der står i § 83, stk. 2, at hjælpen skal gives »til den, der har behov«. Hvorfor nævnes pårørende så ikke? \
    Vi foreslår, at kapitlet udvides med aktiviteter, transport m.v. Vi foreslår også, at 1. halvår af 2024 bruges til dialog.
    """,
    """
    LMU på Område Nord har behandlet strategien. Nr. 1 på ønskelisten er tid: tid til mødet, tid til dokumentation, tid til \
    hinanden … Det 21. århundredes medarbejdere skal have ro. De 45 medarbejdere, der svarede, er enige; 3 er det ikke.
    """,
    """
    Som mor til en ung på botilbuddet undrer jeg mig. "Hvor er de unge henne?" spurgte min søn. Jeg kunne ikke svare ham. \
    Hans kontaktperson, M. T. Jensen, sagde i 2022: "Vi når det ikke." Siden er der kommet 4 nye beboere. Hvad nu?
    """,
    """
    Handicaprådet anbefaler fx at bruge de lokale foreninger. Det gælder idræt, musik osv., men også de små klubber. \
    Vedr. økonomien henviser vi til vores svar af 3. maj 2023. Mvh. rådets medlemmer. P.S. Vi stiller gerne op til et møde.
    """,
  ]

  @Test("hard-wrapped and unwrapped text give the same sentences and words", arguments: texts)
  func wrapping(text: String) {
    let plain = sentences(text)
    #expect(plain.count >= 3)
    for column in [40, 60, 72] {
      let lines = wrapped(text, at: column)
      #expect(sentences(lines) == plain, "wrapped at \(column)")
      #expect(forms(lines) == forms(text), "wrapped at \(column)")
    }
  }

  @Test(
    "an abbreviation, a date, an ordinal and an amount end no sentence",
    arguments: [
      "Det gælder bl.a. Nexus og andre systemer.",
      "Brug f.eks. Excel.",
      "Der kommer ca. 40 beboere.",
      "Det fremgår, jf. Lov om social service.",
      "Vi ses kl. 14.",
      "Se målsætning nr. 4.",
      "Se pkt. 2.4 og bilag 3.",
      "Det står i § 18, stk. 2.",
      "Rådet mødtes d.14.januar i Auning.",
      "Rådet mødtes d. 14. januar i Auning.",
      "Rådet mødtes den 14. Januar i Auning.",
      "Det sker i 1. halvår.",
      "Det sker i 2. Halvår af 2024.",
      "Det koster kr. 2.500 om året.",
      "Det koster 2.500 kr. om året.",
      "Borgere, pårørende m.fl. skal høres.",
      "Transport, mad mv. skal med.",
      "Formanden, dvs. Karen, var enig.",
      "Vi henviser til hhv. Ældrerådet og Handicaprådet.",
      "Jf. Sundhedsaftalen er det kr. 40 og 20 pct. af tiden.",
      "Det er pga. Covid og pba. Nexus.",
      "Skrevet af cand.mag. M. T. Jensen for rådet.",
      "Det gælder pr. 1. Januar.",
      "Se s. 12 og kap. 4.",
      "Det er det 21. århundrede.",
      "Kontakt afd. Nord, tlf. 8959 1000.",
    ])
  func whole(text: String) {
    #expect(sentences(text) == [text])
  }

  @Test(
    "a sentence ends after an abbreviation when a new one clearly begins",
    arguments: [
      ["Det gælder aktiviteter, transport m.v.", "Vi mener det."],
      ["Det gælder aktiviteter, transport mv.", "Vi mener det."],
      ["Der var borgere, pårørende m.fl.", "Det var en god dag."],
      ["Vi savner tid, ro osv.", "Derfor skriver vi."],
      ["Vi savner tid, ro o.l.", "Hvordan løses det?"],
      ["Det koster 2.500 kr.", "Det er for meget."],
      ["Mødet er kl. 10.", "Kom."],
      ["Det sker i 2024.", "Vi glæder os."],
      ["Det står i § 18, stk. 2.", "Tak!"],
      ["Vi er 45.", "Vi er enige."],
      ["Det er 40 pct.", "Resten er uenige."],
      ["Det er den situation, vi står i.", "Vi er trætte."],
      ["Kommunen skal følge op.", "Hvornår sker det?"],
      ["Det fremgår af vedlagte bilag.", "\"Vi har brug for tid.\""],
    ])
  func ends(expected: [String]) {
    #expect(sentences(expected.joined(separator: " ")) == expected)
    #expect(sentences(expected.joined(separator: "\n")) == expected)
  }
}
