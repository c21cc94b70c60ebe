import PejlHearing
import PejlTagging
import PejlText
import Testing

/// What repeats the strategy's whole text is no opinion.
@Suite struct EchoTests {
  private static let rules =
    Book.ruleXML("tone", "1.1", "<any>tone</any>") + Book.ruleXML("volunteers", "1.2", "<any>frivillig</any>")
    + Book.ruleXML("task", "2.1", "<any>kerneopgave</any>") + Book.ruleXML("worry", "s", "<any>frygte</any>")
    + Book.ruleXML("bye", "signature", "<any>venlig hilsen</any>")

  /// A small invented strategy.
  private static let strategy: [(String, Block.Kind, Int)] = [
    ("Indhold", .heading, 1), ("Borgeren først 4", .paragraph, 0), ("Fundamentet på plads 6", .paragraph, 0),
    ("Indledning", .heading, 1),
    ("Denne plan samler de mange gode kræfter og viser vejen frem for hele kommunens arbejde.", .paragraph, 0),
    ("Pejlemærke 1: Borgeren først", .heading, 1), ("Om pejlemærket", .heading, 1),
    (
      "Vi frygter ikke at lade frivillige lægge mange timer i de små haver. Tonen i hvert eneste møde skal være varm og rolig, også på travle dage.",
      .paragraph, 0
    ),
    ("Målsætninger", .heading, 1), ("1.1 Vi taler med borgeren og aldrig om borgeren", .listItem, 1),
    ("Det betyder at alle nye medarbejdere lærer at lytte længe inden de svarer.", .paragraph, 0),
    ("Nøgleord", .heading, 1), ("Små haver, store drømme og lange samtaler ved kaffebordet hver fredag", .paragraph, 0),
    ("Pejlemærke 2: Fundamentet på plads", .heading, 1), ("Om pejlemærket", .heading, 1),
    (
      "Kerneopgaven beskrives i et fælles katalog, som alle afdelinger gennemgår sammen hvert forår.", .paragraph, 0
    ),
    ("Målsætninger", .heading, 1), ("Nøgleord", .heading, 1), ("Opfølgning", .heading, 1),
    ("Byrådet drøfter planen hvert andet år og inviterer gæster fra nabokommunerne til samtale.", .paragraph, 0),
  ]

  private static func text() -> StrategyText {
    var builder = DocumentBuilder(format: "test")
    for (text, kind, level) in strategy { builder.append(text, kind: kind, level: level) }
    return StrategyText([builder.build()])
  }

  private func tag(_ text: String, with strategy: StrategyText? = text()) throws -> TaggedPassage {
    try Book(Self.rules).tag([(text, .paragraph)], strategy: strategy)[0]
  }

  @Test(
    "a passage copied from the strategy is set aside with the code that it stands under, whatever its line ends, case and marks",
    arguments: [
      ("Kerneopgaven beskrives i et fælles katalog, som alle afdelinger gennemgår sammen hvert forår.", ["P2"]),
      ("»KERNEOPGAVEN beskrives i et fælles\nkatalog – som alle afde-\nlinger gennemgår sammen hvert forår«", ["P2"]),
      ("Det betyder, at alle nye medarbejdere lærer at lytte længe, inden de svarer.", ["1.1"]),
      ("Små haver, store drømme og lange samtaler ved kaffe-bordet hver fredag", ["P1"]),
      ("1.1 Vi taler med borgeren og aldrig om borgeren", ["1.1"]),
      ("Denne plan samler de mange gode kræfter og viser vejen frem for hele kommunens arbejde.", []),
      ("Byrådet drøfter planen hvert andet år og inviterer gæster fra nabokommunerne til samtale.", []),
    ])
  func copied(text: String, codes: [String]) throws {
    let passage = try tag(text)
    #expect(passage.disposition == .setAside("quotation"))
    #expect(passage.tags.map(\.code) == codes)
  }

  @Test(
    "one word put in, left out or replaced, another inflection, or a compound written apart does not hide a copy",
    arguments: [
      "Kerneopgaven beskrives altid i et fælles katalog, som alle afdelinger gennemgår sammen hvert forår.",
      "Kerneopgaven beskrives i et katalog, som alle afdelinger gennemgår sammen hvert forår.",
      "Kerneopgaven beskrives i et fælles hæfte, som alle afdelinger gennemgår sammen hvert forår.",
      "Kerneopgaven beskrev i et fælles kataloget, som alle afdelingerne gennemgik sammen hvert forår.",
      "Kerne opgaven beskrives i et fælles katalog, som alle afdelinger gennemgår sammen hvert forår.",
    ])
  func changed(text: String) throws {
    let passage = try tag(text)
    #expect(passage.disposition == .setAside("quotation"))
    #expect(passage.tags.map(\.code) == ["P2"])
    #expect(try tag(text, with: nil).disposition != .setAside("quotation"))
  }

  @Test("what is quoted beside own words does not count for any facet, and the own words do")
  func mixed() throws {
    let quoted = "Vi frygter ikke at lade frivillige lægge mange timer i de små haver."
    let alone = try tag(quoted, with: nil)
    #expect(alone.tags.map(\.code) == ["1.2", "s"])
    let own = try tag("I skriver meget. \(quoted) Det er kerneopgaven i en nøddeskal, og mere er der ikke at sige.")
    #expect(own.disposition == .tagged)
    #expect(own.tags.map(\.code) == ["P1", "2.1"])
    #expect(own.tags.first?.basis == .quotation)
    let afraid = try tag("\(quoted) Det frygter vi til gengæld, og det har vi sagt mange gange før uden at få svar.")
    #expect(afraid.tags.map(\.code) == ["P1", "s"])
    let within = try tag(
      "At I skriver \"vi frygter ikke at lade frivillige lægge mange timer i de små haver\" glæder os, for tonen er god."
    )
    #expect(within.tags.map(\.code) == ["1.1"] || within.tags.map(\.code) == ["P1", "1.1"])
    #expect(!within.tags.contains { $0.code == "1.2" || $0.code == "s" })
  }

  @Test("a word that the respondent puts into a quoted sentence is the respondent's own")
  func ownWord() throws {
    let passage = try tag(
      "Denne plan samler de mange gode frivillige kræfter og viser vejen frem for hele kommunens arbejde. Og det er vi helt med på her."
    )
    #expect(passage.tags.map(\.code) == ["1.2"])
  }

  @Test("a few words in common are no quotation, and a part of a sentence in one's own sentence counts")
  func ownSentences() throws {
    #expect(try tag("Lad frivillige lægge en hånd.").tags.map(\.code) == ["1.2"])
    let passage = try tag(
      "Det undrer os såre, at man vil lade frivillige lægge mange timer i de der bede, for det er ikke deres ansvar at gøre."
    )
    #expect(passage.tags.map(\.code) == ["1.2"])
  }

  @Test("a strategy of one word over and over costs no more than its length", .timeLimit(.minutes(1)))
  func monotonous() throws {
    var builder = DocumentBuilder(format: "test")
    builder.append(String(repeating: "haver ", count: 3000), kind: .paragraph)
    let strategy = StrategyText([builder.build()])
    let passage = try tag(String(repeating: "haver ", count: 3000) + "tone", with: strategy)
    #expect(passage.disposition == .tagged)
  }
}
