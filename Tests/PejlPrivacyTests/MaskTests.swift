import PejlPrivacy
import PejlText
import Testing

/// Hiding, and looking again. All personal data are invented.
@Suite struct MaskTests {
  private func masked(_ kind: PrivacyKind, _ value: String, _ text: String) -> String {
    PrivacyMask([PrivacyMask.Secret(kind: kind, value: value)]).masked(text)
  }

  @Test("a number is hidden in all the ways to write it, and its marks stay")
  func numbers() {
    #expect(masked(.cpr, "1606415007", "a 160641-5007 b 16.06.41-5007 c") == "a ******-**** b **.**.**-**** c")
    #expect(masked(.phone, "28394051", "ring 28 39 40 51, ikke 28 39 40 52") == "ring ** ** ** **, ikke 28 39 40 52")
  }

  @Test("a name is hidden as whole words in any case, over a line end, and beside marks")
  func names() {
    #expect(masked(.union, "Ole Krogsen", "Ole Krogsen, OLE\nKROGSEN, skole") == "***********, ***\n*******, skole")
    #expect(masked(.union, "Ole", "Ole går i skole.") == "*** går i skole.")
    #expect(masked(.sensitive, "Bo", "Bo vil bo her.") == "** vil bo her.")
    #expect(LeakSearch(["Bo"]).leaks(in: Array("<p>** vil bo her.</p>".utf8)).isEmpty)
    #expect(LeakSearch(["Bo"]).leaks(in: Array("<p>Bo vil her.</p>".utf8)) == ["Bo"])
    #expect(masked(.email, "a@example.dk", "<a@example.dk> ba@example.dk") == "<************> ba@example.dk")
  }

  @Test("a name is hidden in the genitive, as names of files spell it, and with marks stored apart from letters")
  func forms() {
    let stars = { String(repeating: "*", count: $0) }
    #expect(masked(.union, "Søren Krogsen", "Søren Krogsens plan, soeren-krogsen") == "\(stars(15)) plan, \(stars(14))")
    #expect(masked(.union, "Soeren Krogsens", "Søren Krogsen, Sørensen") == "\(stars(14)), Sørensen")
    #expect(masked(.sensitive, "Åse", "A\u{30A}ses plan, Aases plan, ase") == "\(stars(6)) plan, \(stars(5)) plan, ase")
    #expect(masked(.sensitive, "Hans", "Han ser Hans og Hans' plan.") == "Han ser **** og ****' plan.")
    #expect(masked(.phone, "28394051", "28394051s") == "********s")
    #expect(masked(.sensitive, "Иван Петров", "Hilsen Иван Петров") == "Hilsen \(stars(21))")
    let mask = PrivacyMask([PrivacyMask.Secret(kind: .sensitive, value: "Åse")])
    #expect(mask.maskedName("svar/aase.txt") == "svar/****.txt")
    #expect(mask.masked("svar/aase.txt") == "svar/aase.txt")
  }

  @Test("the second look knows a name in the genitive and as names of files spell it")
  func leakForms() {
    let search = LeakSearch(["Søren Krogsen", "Åse"])
    #expect(search.leaks(in: Array("Søren Krogsens plan".utf8)) == ["Søren Krogsen"])
    #expect(search.leaks(in: Array("href='soeren-krogsens-svar.html'".utf8)) == ["Søren Krogsen"])
    #expect(search.leaks(in: Array("A\u{30A}ses plan".utf8)) == ["Åse"])
    #expect(search.leaks(in: Array("aase".utf8)).isEmpty)
    #expect(search.leaks(inName: "responses/aase.html", isAnyCase: true) == ["Åse"])
    #expect(search.leaks(in: Array("Søren Krogsensen".utf8)).isEmpty)
  }

  @Test(
    "the second look finds values behind tags, references and percent signs",
    arguments: [
      "<p>160641<b>-50</b>07</p>", "160641&#45;5007", "160641%2D5007", "Aage&nbsp;Krogsen", "aage-krogsen.html",
      "<w:r><w:t>Aage </w:t></w:r><w:r><w:t>Krogsen</w:t></w:r>", "cpr1606415007", "AAGE\n  KROGSEN", "S&#248;s",
    ])
  func leaks(_ text: String) {
    #expect(LeakSearch(["1606415007", "Aage Krogsen", "Søs"]).leaks(in: Array(text.utf8)).count == 1)
  }

  @Test(
    "the second look passes over what only stands near, and over numbers in cells of their own",
    arguments: [
      "<td>28</td><td>39</td><td>40</td><td>51</td>", "Aage, Peter og Krogsen", "228394051", "Krogsen Aage",
      "start=\"2839\" end=\"4051\"", "******-****", "<p>Er den her</p>", "<p title='x'>Er den her</p>",
    ])
  func noLeaks(_ text: String) {
    #expect(LeakSearch(["28394051", "Aage Krogsen", "1606415007", "Per"]).leaks(in: Array(text.utf8)).isEmpty)
  }
}
