import PejlHearing
import PejlText
import Testing

@testable import PejlDraft

/// Agenda items of many layouts; see `Fixture` for where they come from.
@Suite struct AgendaTests {
  private func item(_ name: String) async throws -> AgendaItem { AgendaReader().read(try await Fixture.document(name)) }

  /// Number, document number and file number of each annex of the case.
  private static let numbers = [
    "1 124153/23 3554863", "2 123761/23 3554417", "3 123362/23 3553972", "4 123364/23 3553974",
    "5 124266/23 3555008", "6 124591/23 3555371", "7 125484/23 3556449",
  ]
  private static let titles = [
    "Udkast - Forslag til fælles langsigtet strategi på Socialområdet",
    "Høringssvar fra Handicaprådet - Fælles, langsigtet strategi på Socialområdet",
    "Høringssvar fra Det lokale MED-udvalg i Område Ørum - Fælles, langsigtet strategi på Socialområdet",
    "Høringssvar fra Pårørenderådet Område Ørum - Fælles, langsigtet strategi på Socialområdet",
    "Høringssvar fra Pårørenderådet ved Skovstjernen og Ålunden - Fælles, langsigtet strategi på Socialområdet",
    "Høringssvar fra Pårørenderådet ved Område Ørsted, Auning og Allingåbro - Fælles, langsigtet strategi på Socialområdet",
    "Høringssvar fra Områdeudvalg Socialområdet Voksen - Fælles, langsigtet strategi på Socialområdet",
  ]

  private func numbers(_ item: AgendaItem) -> [String] {
    item.annexes.map { "\($0.annex.number) \($0.annex.document ?? "-") \($0.annex.fileNumber ?? "-")" }
  }

  private func expectCase(_ item: AgendaItem) {
    #expect(item.caseNumber == "23/2079")
    #expect(item.title == "Godkendelse af fælles, langsigtet strategi på Socialområdet")
    #expect(item.authority == "Norddjurs Kommune")
    #expect(item.procedure == ["Høring", "VPU", "ØK", "KB"])
    #expect(item.heard.map(\.name) == ["Handicaprådet", "OMU", "LMU", "Beboer- og Pårørenderåd på Socialområdet"])
    #expect(numbers(item) == Self.numbers)
    // The original is shown: a word that it writes in two stays so.
    #expect(item.annexes.map { $0.annex.title.replacing("Hørings svar", with: "Høringssvar") } == Self.titles)
    #expect(item.annexes.count { $0.sender != nil } == 6)
    #expect(item.decisions.first?.body == "Voksen- og plejeudvalget")
    #expect(item.decisions.first?.date == "2023-12-20")
    #expect(item.decisions.first?.text.hasPrefix("Tiltrådt. ") == true)
  }

  private func expectDecisions(_ item: AgendaItem) {
    #expect(item.decisions.map(\.body) == ["Voksen- og plejeudvalget", "Økonomiudvalget", "Kommunalbestyrelsen"])
    #expect(item.decisions.map(\.date) == ["2023-12-20", "2024-01-09", "2024-01-16"])
    #expect(item.decisions.dropFirst().map(\.text) == ["Tiltrådt.", "Godkendt."])
  }

  private func expectNoisy(_ item: AgendaItem) {
    #expect(item.isNoisy)
    #expect(item.caseNumber == "23/7776")
    #expect(numbers(item) == ["1 94029/23 3517342", "2 94028/23 3517341", "3 94027/23 3517340"])
    #expect(
      item.annexes.map(\.annex.title) == [
        "Tids- og handleplan for arbejdet med fzlles langsigtet strategi pa Socialomradet.pdf",
        "Ledestjerner og negleord for den fzlles, langsigtede strategi pa Socialomradet 27.04.23.pdf",
        "Forslag til flles langsigtet strategi pd Socialomradet sept. 2023.pdf",
      ])
    #expect(item.decisions.map(\.body) == ["Omradeudvalg socialomradet"])
    #expect(item.decisions.map(\.date) == ["2023-09-12"])
    #expect(item.decisions.first?.text.hasSuffix("Ad 3: Godkendt. Ad 4: Godkendt.") == true)
    #expect(item.heard.isEmpty)
  }

  @Test("a broken Markdown table")
  func markdown() async throws {
    let item = try await item("punkt-a-markdown.md")
    expectCase(item)
    #expect(item.decisions.count == 1)
  }

  @Test("broken lines, an annex over several, three decisions")
  func brokenLines() async throws {
    let item = try await item("punkt-b-brudte-linjer.txt")
    expectCase(item)
    expectDecisions(item)
  }

  @Test("a scan read with a model that has no Danish letters")
  func noise() async throws { expectNoisy(try await item("punkt-c-ocr.txt")) }

  @Test("the documents of the case themselves", Fixture.needsSeeds)
  func seeds() async throws {
    let first = try #require(await Fixture.seed("dagsordenspunkt-2023-12-20.md"))
    expectCase(AgendaReader().read(first))
    let second = AgendaReader().read(try #require(await Fixture.seed("dagsordenspunkt-2024-01-16.txt")))
    expectCase(second)
    expectDecisions(second)
    expectNoisy(
      AgendaReader().read(try #require(await Fixture.seed("dagsordenspunkt-omu-2023-09-12-scannet.txt"))))
  }

  @Test("labels of another committee, a list of parties, a hearing period, arrows between steps")
  func otherLabels() async throws {
    let item = try await item("punkt-d-behandlingsplan.txt")
    #expect(item.caseNumber == "2024-0012345")
    #expect(item.title == "Ældrestrategi 2026-2030 efter høring")
    #expect(item.period == Hearing.Period(start: "2024-01-15", end: "2024-02-12", note: nil))
    #expect(item.procedure == ["Social- og Sundhedsudvalget", "Økonomiudvalget", "Byrådet"])
    #expect(
      item.heard.map(\.name) == [
        "Ældrerådet", "Handicaprådet", "FOA Mosede", "Bruger- og pårørenderådet på Solgården", "Hovedudvalget",
      ])
    #expect(item.heard.last?.alias == "HMU")
    #expect(item.decisions.map(\.date) == ["2024-03-04", "2024-03-18", "2024-03-26"])
    #expect(item.decisions.map(\.body) == ["Social- og Sundhedsudvalget", "Økonomiudvalget", "Byrådet"])
    #expect(item.annexes.map(\.annex.document) == ["45678-24", "46001-24", "46002-24", "46010-24", "46015-24"])
    #expect(item.annexes[0].annex.title == "Forslag til ældrestrategi 2026-2030")
    #expect(item.annexes.compactMap(\.sender) == ["Ældrerådet", "Handicaprådet", "FOA Mosede", "en borger"])
  }

  @Test("a table of annexes in a web page, decisions under one heading")
  func table() async throws {
    let item = try await item("punkt-e-tabel.html")
    #expect(item.caseNumber == "09.00.00-P15-2-23")
    #expect(item.title == "Endelig vedtagelse af Klimaplan 2030")
    #expect(item.period == Hearing.Period(start: "2023-09-01", end: "2023-10-15", note: nil))
    #expect(item.heard.count == 4 && item.heard[2].name == "Bækholm Forsyning A/S")
    #expect(numbers(item) == ["1 D2023-88121 -", "2 D2023-90412 -", "3 D2023-89977 -"])
    #expect(item.decisions.map(\.body) == ["Klima- og Miljøudvalget", "Økonomiudvalget"])
  }

  @Test("annexes that are file names without numbers, a decision without body or day")
  func fileNames() async throws {
    let item = try await item("punkt-f-filnavne.txt")
    #expect(item.caseNumber == "24/118")
    #expect(item.title == "Godkendelse af børne- og ungepolitik")
    #expect(!item.hasNumberedAnnexes && item.annexes.count == 3)
    #expect(item.areDecisionsOfMeeting)
    #expect(item.heard.map(\.name).last == "Handicaprådet")
  }

  @Test(
    "the draft is valid, marked as one, and holds no name of those who were absent",
    arguments: [
      "punkt-a-markdown.md", "punkt-b-brudte-linjer.txt", "punkt-c-ocr.txt", "punkt-d-behandlingsplan.txt",
      "punkt-e-tabel.html", "punkt-f-filnavne.txt",
    ])
  func draft(name: String) async throws {
    let draft = try HearingDraft(try await Fixture.document(name), name: name)
    let hearing = try HearingReader.read(draft.bytes, path: "hearing.xml")
    #expect(hearing.isDraft)
    #expect(hearing.annexes.count == draft.item.annexes.count && hearing.decisions.count == draft.item.decisions.count)
    let text = String(decoding: draft.bytes, as: UTF8.self)
    #expect(text.contains("UDKAST") && !text.contains("Navnesen") && !text.contains("Navn Et"))
    for missing in draft.missing { #expect(text.contains(missing)) }
  }

  @Test("a body that answered for a group stands beneath it, with a comment")
  func groups() async throws {
    let draft = try HearingDraft(try await Fixture.document("punkt-b-brudte-linjer.txt"), name: "b")
    let hearing = try HearingReader.read(draft.bytes, path: "hearing.xml")
    #expect(hearing.respondents.map(\.members.count) == [0, 1, 1, 3])
    #expect(hearing.respondents.map(\.kind) == [.council, .medCommittee, .medCommittee, .council])
    #expect(draft.doubts.count { $0.contains("regnes her for en del af") } == 5)
  }

  @Test("what is no agenda item is refused with a remedy")
  func noItem() async throws {
    let document = try await Fixture.document("strategi-e-uden-maal.txt")
    let error = #expect(throws: InvalidInput.self) { try HearingDraft(document, name: "e.txt") }
    #expect(error?.diagnostics.first?.message.contains("give the item of the agenda") == true)
    #expect(error?.diagnostics.first?.path == "e.txt")
  }

  @Test(
    "dates are found in the forms that people write",
    arguments: [
      ("den 20-12-2023", ["2023-12-20"]), ("4. marts 2024", ["2024-03-04"]),
      ("1.9.2023 - 15.10.2023", ["2023-09-01", "2023-10-15"]),
      ("fra den 15. januar til den 12. februar 2024", ["2024-01-15", "2024-02-12"]), ("2024-01-16", ["2024-01-16"]),
      ("31.2.2024", []), ("27.04.23", ["2023-04-27"]), ("sag 23/2079", []),
    ])
  func dates(text: String, expected: [String]) {
    let words = text.split(separator: " ").map(String.init)
    #expect(DateReader(.danish).dates(in: words).map(\.date) == expected)
  }
}
