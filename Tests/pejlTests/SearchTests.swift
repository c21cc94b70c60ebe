import Foundation
import PejlPipeline
import Testing

/// Words looked for in a hearing, as a user does it.
@Suite struct SearchTests {
  private static func hearing() throws -> Folder {
    let folder = try Folder()
    try folder.write(
      """
      <hearing xmlns="urn:pejl:hearing:1" id="h" language="da"><title>T</title>
      <respondents><respondent id="raad" kind="council" name="Ældrerådet"/></respondents></hearing>
      """, "hearing.xml")
    try folder.write(SmallCodebook.xml, "codebook.xml")
    try folder.write(
      "Fra Ældrerådet\n\nVi savner tid til borgernes pårørende.\n\nNormeringen er for lav, og det ser borgeren.",
      "responses/raadet.txt")
    try folder.write("Mit navn er Bo, CPR 010190-1234, og jeg er borger i kommunen.", "responses/bo.txt")
    return folder
  }

  private func search(_ folder: Folder, _ arguments: String...) async throws -> Program.Run {
    try await Program.run(["search", folder.path] + arguments)
  }

  private func hits(_ folder: Folder, _ arguments: String...) async throws -> [[String: Any]] {
    let run = try await Program.run(["search", folder.path, "--format", "json"] + arguments)
    #expect(run.code == 0, "\(run.errors)")
    let page = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    return try #require(page?["hits"] as? [[String: Any]])
  }

  @Test("a search needs no run before it, and finds what is there now, with what came and went")
  func current() async throws {
    let folder = try Self.hearing()
    let first = try await search(folder, "borger")
    #expect(first.code == 0 && first.output.hasSuffix("3 passages in 2 answers\n"), "\(first.output)\(first.errors)")
    #expect(first.output.contains("tid til [borgernes] pårørende"))
    #expect(first.output.contains("Ældrerådet, raadet.txt: T1 bekymring"))
    let second = try await search(folder, "borger")
    #expect(second.output == first.output)
    try folder.write("Jeg har to borgere med.", "responses/ny.txt")
    try FileManager.default.removeItem(atPath: folder.path + "/responses/bo.txt")
    #expect(try await hits(folder, "borger").map { $0["file"] as? String } == ["ny.txt", "raadet.txt", "raadet.txt"])
    #expect(try await Program.run(["analyse", folder.path, "--quiet"]).code == 0)
    try folder.write("Jeg har tre katte med.", "responses/ny.txt")
    #expect(try await hits(folder, "borger").count == 2)
    #expect(try await hits(folder, "kat").count == 1)
    try FileManager.default.removeItem(atPath: folder.path + "/.pejl")
    #expect(try await hits(folder, "borger").count == 2)
  }

  @Test("hits are marked in Unicode scalars, filtered as quotes are, limited, and personal numbers are hidden")
  func output() async throws {
    let folder = try Self.hearing()
    let all = try await hits(folder, "borger OR ældreråd")
    for hit in all {
      let scalars = Array(try #require(hit["text"] as? String).unicodeScalars)
      for mark in try #require(hit["marks"] as? [[Int]]) {
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars[mark[0]..<mark[1]])
        #expect(["borgernes", "borgeren", "borger", "Ældrerådet"].contains(String(word)))
      }
    }
    #expect(all.count == 4)
    #expect(try await hits(folder, "borger", "--code", "2.4").count == 1)
    #expect(try await hits(folder, "borger", "--code", "P2", "--code", "T1").count == 2)
    #expect(try await hits(folder, "borger", "--stance", "bekymring", "--respondent-kind", "råd").count == 1)
    #expect(try await hits(folder, "borger", "--respondent-kind", "council").count == 2)
    let limited = try await search(folder, "borger", "--limit", "1")
    #expect(limited.output.hasSuffix("3 passages in 2 answers; 1 are shown\n"))
    let number = try await search(folder, "kommunen")
    #expect(number.output.contains("CPR ******-****") && !number.output.contains("1234"), "\(number.output)")
    try folder.write("<decisions xmlns=\"urn:pejl:decisions:1\" hearing=\"h\"></decisions>", "decisions.xml")
    #expect(try await search(folder, "borger").errors.contains("decisions.xml"))
    try folder.write(
      "<decisions xmlns=\"urn:pejl:decisions:1\" hearing=\"h\"><answer response=\"bo\" respondent=\"raad\"/></decisions>",
      "decisions.xml")
    #expect(try await hits(folder, "borger", "--respondent-kind", "council").count == 3)
  }

  @Test("what cannot be looked for is refused with what to do")
  func refusals() async throws {
    let folder = try Self.hearing()
    for (arguments, words) in [
      (["(borger"], "opened and not closed, at character 1 of the query: (borger"), ([""], "the query is empty"),
      (["borger", "--code", "9.9"], "known are P2, 2.1, 2.4, T1"), (["borger", "--limit", "0"], "--limit"),
    ] {
      let run = try await Program.run(["search", folder.path] + arguments)
      #expect(run.code == 2 && run.errors.contains(words), "\(run.errors)")
    }
    let none = try await Program.run(["search", folder.path + "/responses", "borger"])
    #expect(none.code == 2 && none.errors.contains("holds no hearing.xml"))
    try folder.write(Data([0, 1, 2, 3]), "responses/ulæselig.docx")
    let unread = try await search(folder, "borger")
    #expect(unread.code == 1 && unread.errors.contains("ulæselig.docx") && unread.output.contains("3 passages"))
    try folder.write("nonsense", ".pejl/store.sqlite")
    let damaged = try await search(folder, "borger")
    #expect(damaged.code == 2 && damaged.errors.contains("delete the file"), "\(damaged.errors)")
  }
}
