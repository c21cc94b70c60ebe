import PejlPrivacy
import PejlText
import Testing

/// What is taken and what is not. All numbers are invented: the birthdays lie after 2027.
@Suite struct ScannerTests {
  /// The stretches of that kind in `text`.
  private func found(_ kind: PrivacyKind, _ text: String) -> [String] {
    let text = UTF8Text(text)
    return PrivacyScanner().scan(text).filter { $0.kind == kind }.map { text[$0.span] }
  }

  @Test(
    "a personal number is found however it is parted",
    arguments: [
      "160641-5007", "1606415007", "160641 5007", "160641–5007", "160641‑5007", "16 06 41 5007", "16.06.41-5007",
      "1 6 0 6 4 1 - 5 0 0 7", "160641-\n5007", "160641\u{A0}-\u{A0}5007", "16062041-5007", "160641_5007",
    ])
  func person(_ written: String) {
    #expect(found(.cpr, "Min søn, cpr \(written), bor her.") == [written])
    let plain = found(.cpr, "Min søn (\(written)) bor her.")
    #expect(plain == [written] || written.hasPrefix("16062041"))
  }

  @Test(
    "a number needs a day that exists, and is else no personal number",
    arguments: [
      "310241-5007", "3113415007", "23/2079", "124153/23", "3554863", "1606415007,50 kr.", "1606415007 kr.",
      "16.06.2041",
      "160641-160741", "EAN 5798001606415", "12345678901", "0,1606415007", "a3f1606415007c2",
    ])
  func noPerson(_ text: String) { #expect(found(.cpr, "Det er \(text) her.").isEmpty) }

  @Test("the century follows from the seventh digit, and only a leap year has 29 February")
  func century() {
    #expect(CPRNumber([2, 9, 0, 2, 0, 0, 4, 0, 0, 0])?.year == 2000)
    #expect(CPRNumber([2, 9, 0, 2, 0, 0, 0, 0, 0, 0]) == nil)
    #expect(CPRNumber([0, 1, 0, 1, 5, 8, 8, 0, 0, 0])?.year == 1858)
    #expect(CPRNumber([0, 1, 0, 1, 5, 7, 8, 0, 0, 0])?.year == 2057)
    #expect(CPRNumber([0, 1, 0, 1, 3, 7, 4, 0, 0, 0])?.year == 1937)
  }

  @Test(
    "an address has a street, a number, and a postcode unless the street's word is plain",
    arguments: [
      ("Skovvej 12, 8500 Grenaa", "Skovvej 12, 8500 Grenaa"), ("Gammel Estrup Allé 3B", "Gammel Estrup Allé 3B"),
      ("Nørre Gade 4, 2. tv., 8963 Auning", "Nørre Gade 4, 2. tv., 8963 Auning"),
      ("Lærkevænget 7\n8586 Ørum Djurs", "Lærkevænget 7\n8586 Ørum"),
    ])
  func address(_ text: String, _ expected: String) {
    #expect(found(.address, "Jeg bor \(text).").first?.hasPrefix(expected) == true)
  }

  @Test(
    "a way that is gone and a place without a number are no addresses",
    arguments: [
      "på vej 2 gange", "vi er på rette vej", "Parken 3", "Vejen 12 gange", "i målsætning 2.4, 8500 kr.",
    ])
  func noAddress(_ text: String) { #expect(found(.address, "Det går \(text).").isEmpty) }

  @Test("a name beside a union, and a name in the sentence of a sensitive word, are found")
  func names() {
    #expect(found(.union, "Jens Opdigtet, FOA Norddjurs") == ["Jens Opdigtet"])
    #expect(found(.union, "Tillidsrepræsentant for BUPL Mette von Krog") == ["Mette von Krog"])
    #expect(found(.sensitive, "Min bror Aage Krogsen har skizofreni.") == ["Aage Krogsen"])
    #expect(found(.union, "FOAs Jens Krogsen og 3Fs Bo Holm og Dansk Metals Per Krog").count == 3)
    #expect(found(.sensitive, "Karens søn siger, at Ole Krogsens bror har demens.") == ["Karens", "Ole Krogsens"])
    #expect(PrivacyScanner().scan("Karens demens og Ole Krogsens").map(\.value) == ["Karen", "Ole Krogsen"])
    #expect(found(.sensitive, "Hilsen P. B. Krogsen, som er blind") == ["P. B. Krogsen"])
    #expect(found(.sensitive, "Det er Ragnhild. Hun har demens.").isEmpty)
    #expect(found(.sensitive, "Borgere med autisme har brug for ro.").isEmpty)
    #expect(found(.sensitive, "Mange har demens. Hilsen Anne Krog").isEmpty)
    #expect(found(.union, "FOA og BUPL bakker op om strategien.").isEmpty)
  }

  @Test(
    "accounts are found by their words, IBANs by their check",
    arguments: [
      "reg.nr. 1234 konto 1234567890", "konto 1234-0001234567", "DK50 0040 0440 1162 43", "GB82 WEST 1234 5698 7654 32",
    ])
  func account(_ text: String) { #expect(found(.account, "Beløbet til \(text), tak.").count == 1) }

  @Test(
    "signs at the edge of a text and broken bytes do no harm",
    arguments: [
      "", "@", "+", "(at)", "1", "160641-", "DK", "a@b.", "+45", "§", "\u{1F600}160641-5007\u{1F600}", "🙂@🙂.dk", "(",
    ])
  func edges(_ text: String) { #expect(PrivacyScanner().scan(UTF8Text(text)).count <= 1) }
}
