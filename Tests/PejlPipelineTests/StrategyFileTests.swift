import Foundation
import PejlHearing
import PejlTagging
import PejlText
import Testing

@testable import PejlPipeline

/// The case's own strategy, which is not in the repository.
private enum Seeds {
  /// The top of the project.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The file, where it is at hand.
  static let strategy: String? = {
    guard let folder = ProcessInfo.processInfo.environment["PEJL_SEEDS"] else { return nil }
    let path = folder + "/strategi-udkast-2024-2028.txt"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()
}

@Suite struct StrategyFileTests {
  @Test("a strategy that is missing gives a finding that names it, and no text")
  func missing() async {
    let (text, unread) = await StrategyFile.read(
      Pipeline.Input(path: "/nonexistent/strategi.pdf", name: "strategi.pdf"))
    #expect(text == nil)
    #expect(unread.map(\.path) == ["strategi.pdf"])
  }

  @Test(
    "what an answer copies of the case's strategy is set aside under its chapter; own words and the title's neighbours are not",
    .enabled(if: Seeds.strategy != nil, "set PEJL_SEEDS to the folder that holds strategi-udkast-2024-2028.txt"))
  func seeds() async throws {
    let answer = """
      Borgere, pårørende og samarbejdspartnere skal vide, hvad de kan forvente.

      Det kræver mod og stor risikovillighed at give slip og lade borgerne stå på egne ben.

      Rigtig meget går godt på Socialområdet. Komponentanalysen i 2022 viste, at der er meget, vi lykkes med, som skal fastholdes.

      4.2 Vi har de kompetencer, som skal til for at løse kerneopgaven nu og i fremtiden

      Vi er bekymrede for, at medarbejderne ikke har tid nok til at tale med beboerne om aftenen.
      """
    let folder = NSTemporaryDirectory() + "pejl-seeds-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(answer.utf8).write(to: URL(filePath: folder + "/svar.txt"))
    let file = try #require(Seeds.strategy)
    let (strategy, unread) = await StrategyFile.read(Pipeline.Input(path: file, name: "strategi.txt"))
    #expect(strategy != nil && unread.isEmpty)
    let compiled = try CodebookLoader.load(Seeds.root + "/Corpus/socialstrategi-2024/codebook.xml")
    let (responses, _) = try await Pipeline(
      compiled, hearing: Hearing(id: "h"), strategy: strategy, workers: 1
    ).run([Pipeline.Input(path: folder + "/svar.txt", name: "svar.txt")])
    let passages = try #require(responses.first).passages
    #expect(
      passages.map(\.disposition) == [
        .setAside("quotation"), .setAside("quotation"), .setAside("quotation"), .setAside("quotation"), .tagged,
      ])
    #expect(passages.prefix(4).map { $0.tags.map(\.code) } == [["P2"], ["P3"], [], ["4.2"]])
  }
}
