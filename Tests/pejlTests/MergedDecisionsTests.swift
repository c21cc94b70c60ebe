import Foundation
import PejlXML
import Testing

/// What persons decided, in `pejl merge` as in one `pejl analyse`: the parts were tagged without knowing of it.
@Suite struct MergedDecisionsTests {
  /// Rules for one sort of sender, and for letters' ends, beside those of the small codebook.
  private static let codebook = SmallCodebook.xml.replacing(
    "</codebook>",
    with: """
      <rules code="T1"><rule id="T1-raad" weight="1" kind="council"><any>hverdag</any><hit>En <mark>hverdag</mark>.</hit>\
      <miss>En fest.</miss></rule></rules>
      <rules code="signature"><rule id="hilsen" weight="1"><start><any>hilsen</any></start><hit><mark>Hilsen</mark> os.</hit>\
      <miss>Ingen.</miss></rule></rules></codebook>
      """)

  private static let mail = """
    From: Bo <bo@eksempel.dk>
    To: k@eksempel.dk
    Subject: Svar
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="x"

    --x
    Content-Type: text/plain; charset=utf-8

    Jeg sender to svar med, og jeg bakker op om planen.
    --x
    Content-Type: text/plain; charset=utf-8
    Content-Disposition: attachment; filename="svar.txt"

    Vi savner samarbejdet om de unge, og normeringen er for lav.
    --x
    Content-Type: text/plain; charset=utf-8
    Content-Disposition: attachment; filename="svar2.txt"

    Vi savner samarbejdet om de unge, og normeringen er for lav.
    --x--

    """

  private static let twin =
    "Vi bakker op om planen for de unge. Normeringen skal dog være bedre om aftenen.\n\nVi savner et kort over byen."

  private func hearing() throws -> Folder {
    let folder = try Folder()
    try folder.write(
      """
      <hearing xmlns="urn:pejl:hearing:1" id="h" language="da"><title>T</title>
      <respondents><respondent id="raad" kind="council" name="Rådet"/><respondent id="lmu" kind="med-committee" name="LMU Nord"/>
      </respondents></hearing>
      """, "hearing.xml")
    try folder.write(Self.codebook, "codebook.xml")
    try folder.write(
      "Samarbejdet er godt i en travl hverdag. Vi savner tid til de pårørende. Normeringen er for lav.\n\nVi bør mødes.\n\n"
        + "Og normeringen bør stige.\n\nHilsen med tak for samarbejdet", "responses/a.txt")
    try folder.write(Self.twin, "responses/b.txt")
    try folder.write("Kvittering for jeres brev om samarbejdet.", "responses/d.txt")
    try folder.write(
      "Samarbejdet om de pårørende er for dyrt, og vi savner tal på det i alle planer.", "responses/e.txt")
    try folder.write("Vi vil have flere haver til husene, og træer langs vejene.", "responses/g.txt")
    try folder.write(Self.mail, "responses/post.eml")
    return folder
  }

  /// The identifier of the passage that begins so.
  private func passage(_ words: String, in folder: Folder, of response: String) throws -> String {
    let data = try #require(FileManager.default.contents(atPath: folder.path + "/reports/analysis.xml"))
    let passages = try XMLReader.parse(Array(data)).elements("response").filter { $0["id"] == response }
      .flatMap { $0.elements("passage") }
    return try #require(passages.first { $0.first("text")?.text.hasPrefix(words) == true }?["id"], "\(words)")
  }

  private func decide(_ arguments: [String], in folder: Folder) async throws {
    let run = try await Program.run(
      ["decide"] + arguments + ["--hearing", folder.path, "--by", "AB", "--at", "2026-11-21", "--quiet"])
    #expect(run.code == 0, "\(arguments): \(run.errors)")
  }

  /// Tags in so many parts and merges them.
  private func merge(_ folder: Folder, parts count: Int) async throws -> Program.Run {
    var parts: [String] = []
    for number in 1...count {
      parts.insert("\(folder.path)/\(count)-\(number).ndjson", at: 0)
      let run = try await Program.run([
        "tag", "--hearing", folder.path, "--partial", "--shard", "\(number)/\(count)", "--output", parts[0],
        folder.path + "/responses",
      ])
      #expect(run.code == 0, "\(run.errors)")
    }
    return try await Program.run(
      ["merge"] + parts + ["--hearing", folder.path, "--output", "\(folder.path)/merged-\(count)", "--quiet"])
  }

  private func compare(_ folder: Folder, parts: [Int]) async throws {
    let one = folder.path + "/one"
    let run = try await Program.run(["analyse", folder.path, "--output", one, "--quiet"])
    #expect(run.code < 2, "\(run.errors)")
    func said(_ run: Program.Run) -> [Substring] {
      run.errors.split(separator: "\n").filter { $0.contains("decisions.xml") }
    }
    let whole = try folder.contents("one")
    for count in parts {
      let merge = try await merge(folder, parts: count)
      #expect(merge.code == run.code && said(merge) == said(run), "\(merge.errors)\n\(run.errors)")
      let merged = try folder.contents("merged-\(count)")
      #expect(Set(merged.keys) == Set(whole.keys))
      #expect(whole.filter { merged[$0.key] != $0.value }.keys.sorted() == [], "with \(count) parts")
    }
  }

  @Test("every sort of decision gives the bytes of one run, also on answers that are gone, twice there, or attached")
  func everySort() async throws {
    let folder = try hearing()
    #expect(try await Program.run(["analyse", folder.path, "--quiet"]).code == 0)
    let plain = try folder.contents("reports")
    let savner = "Vi savner samarbejdet"
    for arguments in [
      [
        try passage("Samarbejdet", in: folder, of: "a"), "--split-before", "Vi savner", "--split-before", "Normeringen",
      ],
      [try passage("Vi bør", in: folder, of: "a"), "--merge-next"],
      [try passage("Hilsen", in: folder, of: "a"), "--take-back"], ["a", "--respondent", "raad"],
      [try passage("Vi bakker", in: folder, of: "b"), "--split-before", "Normeringen"],
      [try passage("Vi savner", in: folder, of: "b"), "--add", "2.1"], ["b", "--respondent", "lmu"],
      ["d", "--not-an-answer"], [try passage("Samarbejdet", in: folder, of: "e"), "--add", "2.4", "--remove", "2.1"],
      [try passage("Vi vil have", in: folder, of: "g"), "--set-aside", "procedure"],
      [try passage(savner, in: folder, of: "post_1-svar"), "--remove", "bekymring"],
      [try passage(savner, in: folder, of: "post_2-svar2"), "--split-before", "og normeringen"],
    ] { try await decide(arguments, in: folder) }
    try await compare(folder, parts: [2])
    let split = try String(contentsOfFile: folder.path + "/merged-2/analysis.xml", encoding: .utf8)
    #expect(split.contains("respondent=\"raad\"") && split.contains("T1-raad") && split.contains("not-an-answer"))
    #expect(try folder.contents("one")["coverage.xml"] != plain["coverage.xml"])

    // What was decided on b now belongs to two files with its bytes, of which each may be in another part; a says something
    // else, the words of e stand in another answer, and those of g nowhere.
    for name in ["b", "c"] { try folder.write(Self.twin, "responses/x-\(name).txt") }
    for name in ["b", "e", "g"] { try FileManager.default.removeItem(atPath: "\(folder.path)/responses/\(name).txt") }
    try folder.write(
      "Samarbejdet er rart i en travl hverdag. Vi savner tid til de pårørende. Normeringen er for lav.\n\nVi bør mødes.",
      "responses/a.txt")
    try folder.write(
      "Nyt.\n\nSamarbejdet om de pårørende er for dyrt, og vi savner tal på det i alle planer.", "responses/z.txt")
    try await compare(folder, parts: [1, 6])
    let method = try String(contentsOfFile: folder.path + "/merged-6/method.html", encoding: .utf8)
    #expect(method.contains("Afgørelser uden plads") && method.contains("Fundet igen"))
  }
}
