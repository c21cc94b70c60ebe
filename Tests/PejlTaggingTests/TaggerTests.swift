import PejlCodebook
import PejlHearing
import PejlSegment
import PejlTagging
import PejlText
import Testing

@Suite struct TaggerTests {
  private let rules =
    Book.ruleXML("tone", "1.1", "<any>tone</any>") + Book.ruleXML("half", "1.2", "<any>ønske</any>", weight: 0.5)
    + Book.ruleXML("half2", "1.2", "<any>drøm</any>", weight: 0.5) + Book.ruleXML("task", "2.1", "<any>kerneopgave</any>")
    + Book.ruleXML("bye", "signature", "<any>venlig hilsen</any>")
    + Book.ruleXML("thanks", "procedure", "<any>takke for muligheden</any>") + Book.ruleXML("worry", "s", "<any>frygte</any>")

  @Test("weights add up to the threshold, each rule once")
  func weights() throws {
    let book = try Book(rules)
    #expect(book.codes("Et ønske og endnu et ønske.") == [])
    #expect(book.codes("Et ønske og en drøm.") == ["1.2"])
  }

  @Test(
    "numbers and names of the strategy are references",
    arguments: [
      ("Vi læser pejlemærke 2 med glæde.", ["P2"]), ("Til pejlemærke 1 og 2: ja.", ["P1", "P2"]),
      ("Målsætning 2.1 er god.", ["2.1"]), ("Målsætning 1.1-1.2 er gode.", ["1.1", "1.2"]), ("Se pkt. 1.2.", ["1.2"]),
      ("1.2 Her mangler noget.", ["1.2"]), ("Det første pejlemærke er godt.", ["P1"]), ("Borgeren først er godt.", ["P1"]),
      ("Om fundamentet på plads.", ["P2"]), ("Vi savner noget (2.1) her.", ["2.1"]),
    ])
  func references(text: String, codes: [String]) throws {
    let passage = try Book(rules).tag([(text, .paragraph)])[0]
    #expect(passage.tags(.strategy).map(\.code) == codes)
    #expect(passage.tags(.strategy).allSatisfy { $0.basis == .reference && !$0.evidence.isEmpty })
  }

  @Test(
    "dates, amounts, law, clock and telephone numbers are not",
    arguments: [
      "Mødet er den 2.1 i kantinen.", "Det koster 1.2 mio. kr.", "Efter § 2.1 gælder det.", "Kl. 1.1 om natten.",
      "Ring 21 12 11 22.", "Vi sætter borgeren først.", "Se pkt. 6 på dagsordenen.", "I 2.1 procent af sagerne.",
      "2.1 timer om ugen er for lidt.", "Der er 2 pejlemærker.",
    ])
  func noReferences(text: String) throws {
    #expect(try Book(rules).codes(text) == [])
  }

  @Test("a page names the chapter that stands there, when nothing more precise is found")
  func pages() throws {
    let hearing = Hearing(
      id: "h",
      strategy: Hearing.Strategy(
        title: "S", annex: nil, parts: [.init(code: "P1", pages: 8...9), .init(code: "P2", pages: 10...11)]))
    let book = try Book(rules)
    func codes(_ text: String) -> [String] { book.tag([(text, .paragraph)], hearing: hearing)[0].tags(.strategy).map(\.code) }
    #expect(codes("På side 11 mangler et ord.") == ["P2"])
    #expect(codes("Om s. 9: tonen er god.") == ["1.1"])
    #expect(codes("Afgørelsen fyldte 40 sider, se side 40.") == [])
  }

  @Test("items under a heading that names a guidepost lean on it, until the next heading")
  func headings() throws {
    let passages = try Book(rules).tag([
      ("Pejlemærke 1", .heading), ("Et ønske, vi har.", .listItem), ("Noget helt andet.", .listItem),
      ("Kerneopgaven er vigtig.", .listItem), ("Økonomi", .heading), ("Et ønske, vi har.", .listItem),
    ])
    #expect(passages.map { $0.tags(.strategy).map(\.code) } == [["P1"], ["1.2"], ["P1"], ["P1"], [], []])
    #expect(passages[2].tags(.strategy).first?.basis == .heading)
  }

  @Test("a passage of the strategy's own words is set aside and keeps its code; own words beside it count")
  func quotations() throws {
    let book = try Book(rules)
    let quoted = book.tag([("\"Vi taler med borgeren og aldrig om borgeren.\"", .paragraph)])[0]
    #expect(quoted.disposition == .setAside("quotation"))
    #expect(quoted.tags.map(\.code) == ["1.1"])
    let mixed = book.tag([
      ("At I skriver \"vi taler med borgeren og aldrig om borgeren\" er vi glade for, men vi frygter, at det bliver ved ordene.", .paragraph)
    ])[0]
    #expect(mixed.disposition == .tagged)
    #expect(mixed.tags.map(\.code) == ["1.1", "s"])
  }

  @Test("frames are set aside with their reason only when every sentence is one, and short lines follow a signature")
  func frames() throws {
    let passages = try Book(rules).tag([
      ("Rådet takker for muligheden.", .paragraph), ("Rådet takker for muligheden. Vi frygter det værste.", .paragraph),
      ("Med venlig hilsen", .paragraph), ("Formanden", .paragraph), ("Efterskrift: Vi er slet ikke færdige med at tale om tonen.", .paragraph),
    ])
    #expect(
      passages.map(\.disposition) == [.setAside("procedure"), .tagged, .setAside("signature"), .setAside("signature"), .tagged])
  }

  @Test("page furniture, quoted mail and mail signatures bear no tags")
  func structure() throws {
    let passages = try Book(rules).tag([("Tone", .furniture), ("> tone", .quotedMail), ("-- tone", .signature)])
    #expect(passages.map(\.disposition) == [.setAside("furniture"), .setAside("quoted-mail"), .setAside("signature")])
    #expect(passages.flatMap(\.tags).isEmpty)
  }

  @Test("a damper weakens what lies only in its sentences")
  func dampers() throws {
    let damper =
      "<damper id=\"d\" factor=\"0.5\" facets=\"strategy\"><any>udkastet</any><hit><mark>udkastet</mark></hit><miss>x</miss></damper>"
    let book = try Book(rules + damper)
    #expect(book.codes("Tonen i udkastet er god.") == [])
    #expect(book.codes("Tonen i udkastet er god. Tonen i huset er god.") == ["1.1"])
  }

  @Test("a rule for one kind of respondent is silent for others")
  func kinds() throws {
    let rule =
      "<rules code=\"1.1\"><rule id=\"k\" kind=\"council\"><any>tone</any><hit><mark>tone</mark></hit><miss>x</miss></rule></rules>"
    let book = try Book(rule)
    #expect(book.tag([("Tonen.", .paragraph)], from: .council)[0].tags.count == 1)
    #expect(book.tag([("Tonen.", .paragraph)], from: .citizen)[0].tags.isEmpty)
  }

  @Test("every tag explains itself: a rule or a reference, and words that stand in its passage")
  func explanations() throws {
    let blocks: [(String, Block.Kind)] = [
      ("Målsætning 2.1: ønske og drøm", .paragraph), ("Tonen er god, men vi frygter kerneopgaven.", .paragraph),
    ]
    for passage in try Book(rules).tag(blocks) {
      #expect(!passage.tags.isEmpty)
      for tag in passage.tags {
        #expect(!tag.reasons.isEmpty)
        #expect(abs(tag.score - tag.reasons.map(\.weight).reduce(0, +)) < 1e-9)
        for span in tag.evidence { #expect(passage.passage.core.contains(span)) }
      }
    }
  }
}
