import PejlAnalysis
import PejlCodebook
import PejlHearing
import PejlSegment
import PejlTagging
import PejlText

/// A hearing with two guideposts, three heard parties and two answers, one of them hostile.
enum Sample {
  static let council = Respondent(id: "handicapraad", kind: .council, name: "Handicaprådet")
  static let committee = Respondent(
    id: "lmu-oerum", kind: .medCommittee, name: "LMU Område Ørum", group: "lmu")
  static let otherCommittee = Respondent(
    id: "lmu-skov", kind: .medCommittee, name: "LMU Skovstjernen", group: "lmu")
  static let evil = "<script>alert('x')</script> ]]> & \"quoted\" \u{202E}gnits\u{202C} \u{1}"

  static var hearing: Hearing {
    Hearing(
      id: "prøve", authority: "Prøve Kommune", caseNumber: "23/1", title: "Fælles strategi <b>",
      strategy: .init(title: "Udkast til strategi", annex: 1, parts: []),
      respondents: [
        council,
        Respondent(
          id: "lmu", kind: .medCommittee, name: "Lokale MED-udvalg", members: [committee, otherCommittee]),
      ],
      annexes: [annex])
  }

  static let annex = Hearing.Annex(
    number: 2, title: "Høringssvar fra Handicaprådet", document: "123761/23", fileNumber: nil, response: "a.pdf")

  static var codebook: Codebook {
    Codebook(
      id: "prøve", version: "1", language: "da", title: "Prøvekodebog",
      facets: [
        Facet(
          id: .strategy, name: "Strategi", threshold: 1, limit: 3, share: 0.6,
          codes: [
            Code(id: "P1", facet: .strategy, name: "Borgeren først", motto: "Vi er fælles om det gode liv."),
            Code(
              id: "1.1", facet: .strategy, name: "Øjenhøjde", parent: "P1",
              wording: "Vi taler med og ikke om borgeren og kommunikerer i øjenhøjde."),
            Code(
              id: "1.2", facet: .strategy, name: "Borgerens ønsker", parent: "P1",
              wording: "Vi har fælles redskaber til at afdække borgerens viden, ønsker og behov."),
            Code(id: "P2", facet: .strategy, name: "Fundamentet på plads"),
            Code(
              id: "2.4", facet: .strategy, name: "Dokumentation", parent: "P2",
              wording: "Dokumentationsarbejdet er målstyret og systematisk."),
          ]),
        Facet(
          id: .theme, name: "Temaer", threshold: 1, limit: 3, share: 0.6,
          codes: [
            Code(
              id: "T2", facet: .theme, name: "Ressourcer og økonomi",
              definition: "Penge, normering, hænder, tid.")
          ]),
        Facet(
          id: .stance, name: "Holdninger", threshold: 1, limit: 2, share: 0.5,
          codes: ["støtte", "bekymring", "forslag", "spørgsmål"].map { Code(id: $0, facet: .stance, name: $0) }),
        Facet(
          id: .frame, name: "Ramme", threshold: 1, limit: 1, share: 1,
          codes: [Code(id: "salutation", facet: .frame, name: "Hilsen")]),
      ],
      rules: [], dampers: [], references: ReferenceWords(), sources: [])
  }

  /// The facet of a sample code.
  static func facet(of code: String) -> Facet.ID {
    Facet.ID.allCases.first { codebook.code(code, in: $0) != nil } ?? .strategy
  }

  static var councilAnswer: SampleAnswer {
    SampleAnswer(
      id: "a", file: "a.pdf",
      match: RespondentMatch(respondent: council, kind: .council, basis: .annex, evidence: "Handicaprådet"),
      annex: annex, format: "pdf", metadata: longTitle,
      notes: [Diagnostic(.warning, code: "test.encoding", "filen siger latin-1, men er UTF-8")],
      passages: [
        SamplePassage("Pejlemærke 1: Borgeren først", .heading, page: 1),
        SamplePassage("Kære udvalg", reason: "salutation", page: 1),
        SamplePassage(
          "Rådet er [støtte:glad for], at man vil [1.1:tale med\nborgeren]. Det styrker rets-\nsikkerheden.", page: 1),
        SamplePassage("Vi frygter [bekymring:frygter] dog, at [2.4:skemaer] tager [T2:tid] fra omsorgen.", page: 1),
        SamplePassage(
          "[2.4:Dokumentation] må ikke [bekymring:blive] et mål. Beboer-\nog pårørenderåd bør høres.", page: 2),
        SamplePassage("Busruten til hallen er nedlagt. Busruten skal tilbage, mener rådet.", page: 2),
        SamplePassage("Kan [spørgsmål:kommunen] sige, om busruten kommer igen?", .listItem, page: 2),
      ])
  }

  static var unknownAnswer: SampleAnswer {
    SampleAnswer(
      id: "b/../../etc", file: "b \u{202E}fdp.exe<img src=x>.txt",
      match: RespondentMatch(respondent: nil, kind: .other, basis: .unknown, evidence: evil),
      passages: [
        SamplePassage("\(evil) æøå 😀 [1.1:<b>øjenhøjde</b>] ]]> \(evil)"),
        SamplePassage("\(evil)", .signature, reason: "signature & <co>", id: "x\"y<z>"),
      ])
  }

  static let unread = Diagnostic(
    .error, code: "test.locked", "filen er låst med adgangskode <b>", path: "låst \u{202E}.pdf")

  static var analysis: Analysis {
    Analysis(
      hearing: hearing, codebook: codebook.summary, responses: [unknownAnswer.response, councilAnswer.response],
      unread: [unread])
  }

  private static var longTitle: Document.Metadata {
    var metadata = Document.Metadata()
    metadata.title = String(repeating: "Meget lang titel ", count: 300)
    return metadata
  }
}
