import PejlText
import Testing

@testable import PejlDraft

/// Strategies of many layouts. All but the first are made up, and were written before the code was tried on them.
@Suite struct OutlineTests {
  private func outline(_ name: String) async throws -> StrategyOutline {
    OutlineReader().read(try await Fixture.document(name))
  }

  private func numbers(_ outline: StrategyOutline) -> [[String]] {
    outline.guideposts.map { $0.objectives.map { $0.number ?? "-" } }
  }

  private func agree(_ outline: StrategyOutline) -> Bool {
    !outline.statements.isEmpty && outline.statements.allSatisfy { $0.stated == $0.found }
  }

  private func expectCase(_ outline: StrategyOutline) {
    #expect(outline.title == "Fælles langsigtet strategi på Socialområdet 2024-2028")
    #expect(
      outline.guideposts.map(\.name) == [
        "Borgeren først", "Fundamentet på plads", "Mest muligt i eget liv", "Helhed og fremtidssikring",
      ])
    #expect(outline.guideposts.map(\.aliases) == [[], [], [], ["Helhed og sammenhæng"]])
    #expect(outline.guideposts.map(\.page) == [8, 10, 12, 14])
    #expect(outline.guideposts.flatMap { $0.objectives.map(\.wording) } == Self.wordings)
    #expect(outline.guideposts.flatMap(\.keywords) == Self.keywords)
    #expect(outline.guideposts[3].motto?.hasPrefix("Vi tænker fremad og på tværs") == true)
    #expect(numbers(outline).map(\.count) == [4, 4, 3, 3])
    #expect(outline.statements.count == 3 && agree(outline))
  }

  @Test("the case's strategy: 4 guideposts, both names of the fourth, 14 objectives word for word, 20 keywords, pages")
  func sample() async throws { expectCase(try await outline("socialstrategi.txt")) }

  @Test("the case's strategy itself", Fixture.needsSeeds)
  func seed() async throws {
    let document = try #require(await Fixture.seed("strategi-udkast-2024-2028.txt"))
    expectCase(OutlineReader().read(document))
  }

  @Test("areas with letters, a dotted list of contents, objectives A1 over two lines, other counts left alone")
  func areas() async throws {
    let outline = try await outline("strategi-a-indsatsomraader.txt")
    #expect(outline.guideposts.map(\.name) == ["Trygge rammer hele vejen", "Lyst til at lære", "Sammen med familien"])
    #expect(numbers(outline) == [["A1", "A2", "A3"], ["B1", "B2", "B3"], ["C1", "C2", "C3"]])
    #expect(outline.guideposts.map(\.page) == [6, 9, 12])
    #expect(
      outline.guideposts[0].objectives[0].wording
        == "Alle børn møder faste voksne, der kender deres navn og deres historie")
    #expect(outline.statements.map(\.words) == ["tre indsatsområder", "ni mål"] && agree(outline))
  }

  @Test("themes in Markdown with bullets and keywords on one line; the text says five and has four")
  func themes() async throws {
    let outline = try await outline("strategi-b-temaer.md")
    #expect(outline.guideposts.map(\.name).first == "Plads til flere" && outline.guideposts.count == 4)
    #expect(outline.guideposts.map(\.objectives.count) == [3, 2, 3, 2])
    #expect(outline.guideposts[3].objectives[1].wording == "støtte hold for mennesker med handicap")
    #expect(outline.guideposts.map(\.keywords.count) == [3, 3, 3, 2])
    let statement = try #require(outline.statements.first)
    #expect(statement.words == "fem temaer" && statement.stated == 5 && statement.found == 4)
  }

  @Test("principles with the title in the next line, and no objectives beneath them")
  func principles() async throws {
    let outline = try await outline("strategi-c-principper.txt")
    #expect(outline.guideposts.map(\.name).prefix(2) == ["Vi svarer hurtigt", "Vi skriver, så det kan forstås"])
    #expect(outline.guideposts.count == 6 && outline.objectiveCount == 0 && agree(outline))
    let draft = try CodebookDraft(try await Fixture.document("strategi-c-principper.txt"), name: "c")
    #expect(draft.doubts.contains { $0.contains("ingen målsætninger") })
  }

  @Test("numbered headings, labelled objectives over lines, pages by form feed, one title given in two ways")
  func numbered() async throws {
    let outline = try await outline("strategi-d-maal-nummereret.txt")
    #expect(
      outline.guideposts.map(\.name) == [
        "Hjemmet som ramme", "Fællesskab mod ensomhed", "Værdighed i plejen", "Teknologi med omtanke",
      ])
    #expect(outline.guideposts.map(\.aliases) == [[], [], ["Værdig pleje"], []])
    #expect(numbers(outline) == [["1.1", "1.2", "1.3"], ["2.1", "2.2"], ["3.1", "3.2", "3.3"], ["4.1", "4.2"]])
    #expect(
      outline.guideposts[0].objectives[1].wording == "Boliger kan indrettes med hjælpemidler inden for to uger.")
    #expect(outline.guideposts.map(\.page) == [3, 4, 5, 5])
    #expect(outline.guideposts[2].keywords == ["hjemmelavet mad", "selvbestemmelse", "den sidste tid"])
    #expect(agree(outline))
  }

  @Test("a document without goals has none, and the draft says so and what it saw")
  func none() async throws {
    let document = try await Fixture.document("strategi-e-uden-maal.txt")
    #expect(OutlineReader().read(document).guideposts.isEmpty)
    let error = #expect(throws: InvalidInput.self) { try CodebookDraft(document, name: "e.txt") }
    let message = error?.diagnostics.first?.message ?? ""
    #expect(message.contains("no goals were found") && message.contains("Bygningerne") && message.contains("pejl init"))
  }

  @Test("a web page: areas without numbers, ordered lists, a list of contents without pages")
  func web() async throws {
    let outline = try await outline("strategi-f-maal-som-punkter.html")
    #expect(outline.guideposts.map(\.name) == ["Varme uden gas", "Vand hvor det skal være", "Transport for alle"])
    #expect(outline.guideposts.map(\.aliases) == [[], [], ["Transport til alle"]])
    #expect(outline.guideposts.map(\.objectives.count) == [2, 2, 2])
    #expect(agree(outline))
  }

  @Test("objectives without a level above become codes of their own")
  func flat() async throws {
    let outline = try await outline("strategi-g-flade-maal.txt")
    #expect(outline.isFlat && outline.guideposts.count == 5 && agree(outline))
    #expect(outline.guideposts[1].name == "Selvbetjening på nettet virker med skærmlæser")
  }

  private static let wordings = [
    "Vi taler med og ikke om borgeren og kommunikerer i øjenhøjde",
    "Vi har fælles redskaber og metoder til at afdække borgerens viden, ønsker og behov - og omsætter borgerperspektivet i praksis i fællesskab med borgeren",
    "Vi udfordrer, støtter og motiverer borgeren til at deltage aktivt og tage medansvar for eget og andres gode hverdagsliv.",
    "Vi samarbejder med frivillige, foreninger og civilsamfund om at skabe stjernestunder i hverdagen.",
    "Alle medarbejdere kender og bidrager til løsningen af den fælles kerneopgave",
    "Vores organisering, systemer og arbejdsgange understøtter en effektiv og ensartet opgaveløsning",
    "Vores serviceniveau er tydeligt, realistisk og kendt af borgere og samarbejdspartnere",
    "Vores dokumentationsarbejde er målstyret, systematisk og sikrer relevant ledelsesinformation.",
    "Vi arbejder med konkrete og afgrænsede mål og giver slip, når målet er nået",
    "Vi har en tilbudsvifte, som understøtter tidsafgrænset, virtuel og gruppebaseret støtte",
    "Vi understøtter borgernes mulighed for inklusion og deltagelse i samfundet.",
    "Vores tilbud og fysiske rammer er tilpasset efter (udviklingen i) borgernes behov",
    "Vi har de kompetencer, som skal til for at løse kerneopgaven nu og i fremtiden",
    "Vi kommunikerer og samarbejder med vores omverden for at skabe nytænkning og sikre enkle, effektive og sammenhængende indsatser.",
  ]

  private static let keywords = [
    "Reel og systematisk inddragelse af borgeren", "Fra rettighedstænkning til medansvar", "Selv- og medbestemmelse",
    "Recovery og øget livsmestring", "Kerneopgaven", "Faglig ledelse", "Fælles faglige tiltag og metoder",
    "Fælles aftaler, strukturer og systemer", "Dokumentation og økonomisk styring", "Gennemsigtighed",
    "Mindst indgribende, egnede indsats", "Fokus på læring og livsmestring", "Målstyring og opfølgning",
    "Hverken over- eller underkompensere", "Dristighed og prøvehandling", "Mod til at tænke nyt",
    "Udvikling og fremtidssikring af tilbud og faglige kompetencer", "Stærke arbejdsfællesskaber",
    "Relationel koordinering og social kapital", "Organisatorisk medlemskab, OLFA",
  ]
}
