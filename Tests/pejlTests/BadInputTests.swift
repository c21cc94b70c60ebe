import Foundation
import Testing

/// What a user gets when something is wrong: a message that names it, the right exit code, and nothing lost.
@Suite struct BadInputTests {
  /// A codebook of one rule.
  private static let codebook = """
    <codebook xmlns="urn:pejl:codebook:1" id="t" version="1" language="da">
    <title>T</title>
    <facet id="strategy" name="S"><code id="P1" name="Et"><definition>d</definition></code></facet>
    <rules code="P1"><rule id="r"><any>tone</any><hit>En <mark>tone</mark>.</hit><miss>Et tog.</miss></rule></rules>
    </codebook>
    """

  private func arguments(_ folder: Folder, output: String = "/out") throws -> [String] {
    [
      "analyse", "--codebook", try folder.write(Self.codebook, "book/codebook.xml"), "--output",
      output.hasPrefix("/out") ? folder.path + output : output,
    ]
  }

  private func analyse(_ inputs: [String], _ folder: Folder) async throws -> Program.Run {
    try await Program.run(try arguments(folder) + inputs)
  }

  @Test("a hearing folder that is missing or lacks a part is named, and nothing is written")
  func folders() async throws {
    let folder = try Folder()
    for (setup, word) in [([], "no such folder"), (["a/x"], "hearing.xml"), (["a/hearing.xml"], "codebook.xml")] {
      for file in setup { try folder.write("x", file) }
      let run = try await Program.run(["analyse", folder.path + "/a", "--output", folder.path + "/out"])
      #expect(run.code == 2)
      #expect(run.errors.contains(word), "\(run.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
  }

  @Test("no answers, or an answer that is not there, stop the run with a word")
  func nothing() async throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(atPath: folder.path + "/empty", withIntermediateDirectories: true)
    #expect(try await analyse([folder.path + "/empty"], folder).code == 2)
    #expect(try await analyse([folder.path + "/gone.txt"], folder).errors.contains("gone.txt"))
  }

  @Test("answers that cannot be read are listed with the reason, and the others are read all the same")
  func badAnswers() async throws {
    let folder = try Folder()
    try folder.write("Tonen er god, og vi bliver lyttet til.", "in/good.txt")
    try folder.write("", "in/empty.docx")
    try folder.write("PK\u{3}\u{4} this is no zip", "in/lying.docx")
    try folder.write("%PDF-1.4\nbroken", "in/broken.pdf")
    try folder.write(Data([0, 1, 2, 3, 255, 254, 0, 0, 7]), "in/junk.bin")
    try folder.write(
      "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", "in/entity.xml")
    let run = try await analyse([folder.path + "/in"], folder)
    #expect(run.code == 1)
    for name in ["empty.docx", "lying.docx", "broken.pdf", "junk.bin", "entity.xml"] {
      #expect(run.errors.contains(name), "\(name) is not named")
    }
    let index = try String(contentsOfFile: folder.path + "/out/index.html", encoding: .utf8)
    #expect(index.contains("broken.pdf"))
    #expect(!(try folder.contents("out")).values.contains { String(decoding: $0, as: UTF8.self).contains("root:") })
  }

  @Test(
    "hostile text comes out escaped, and a megabyte on one line is read",
    .timeLimit(.minutes(5)))
  func hostile() async throws {
    let folder = try Folder()
    try folder.write(
      "<script>alert(1)</script> ]]> &amp; \u{202E}bidi\u{202C} \u{1} \u{7F} {{evil}} <img src=x onerror=y>", "in/a.txt"
    )
    try folder.write(String(repeating: "ord ", count: 250_000), "in/line.txt")
    let run = try await analyse([folder.path + "/in"], folder)
    #expect(run.code == 0, "\(run.errors)")
    for (name, data) in try folder.contents("out") where name.hasSuffix(".html") {
      let page = String(decoding: data, as: UTF8.self)
      #expect(!page.contains("<script") && !page.contains("<img"), "\(name)")
    }
  }

  @Test("a codebook that is not well-formed, not valid, or has a failing example does not start a run")
  func codebooks() async throws {
    let folder = try Folder()
    let good = Self.codebook
    let answer = try folder.write("Tonen er god.", "a.txt")
    func run(_ codebook: String) async throws -> Program.Run {
      let path = try folder.write(codebook, "codebook.xml")
      return try await Program.run(["analyse", "--codebook", path, "--output", folder.path + "/out", answer])
    }
    #expect(try await run(good).code == 0)
    for (broken, words) in [
      (good.replacing("</title>", with: ""), ["codebook.xml:"]),
      (good.replacing("name=\"S\"", with: "nom=\"S\""), ["codebook.xml:3", "nom"]),
      (good.replacing("<mark>tone</mark>", with: "<mark>En</mark> tone"), ["codebook.xml:4", "\"r\"", "\"tone\""]),
      (good.replacing("<miss>Et tog.</miss>", with: ""), ["codebook.xml:4", "miss"]),
    ] {
      let result = try await run(broken)
      #expect(result.code == 2)
      for word in words { #expect(result.errors.contains(word), "\(word) is not in: \(result.errors)") }
      let check = try await Program.run(["codebook", "check", folder.path + "/codebook.xml"])
      #expect(check.code == 2)
    }
  }

  @Test("an output folder that cannot be made, is a file, or holds someone else's files is left alone")
  func outputs() async throws {
    let folder = try Folder()
    let answer = try folder.write("Tonen er god.", "a.txt")
    func run(_ output: String) async throws -> Program.Run {
      try await Program.run(try arguments(folder, output: output) + [answer])
    }
    let file = try folder.write("mine", "file")
    #expect(try await run(file).code == 2)
    #expect(try await run(file + "/below").code == 2)
    #expect(try await run("/proc/pejl").code == 2)
    try folder.write("mine", "foreign/index.html")
    let foreign = try await run(folder.path + "/foreign")
    #expect(foreign.code == 2 && foreign.errors.contains("foreign/index.html"))
    #expect(try String(contentsOfFile: folder.path + "/foreign/index.html", encoding: .utf8) == "mine")
    try folder.write("mine", "kept/notes.txt")
    #expect(try await run(folder.path + "/kept").code == 0)
    #expect(try await run(folder.path + "/kept").code == 0)
    #expect(try String(contentsOfFile: folder.path + "/kept/notes.txt", encoding: .utf8) == "mine")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("pejl-new") }.isEmpty)
  }

  @Test("when the disk is full the old report stays whole")
  func diskFull() async throws {
    let folder = try Folder()
    let answer = try folder.write("Tonen er god.", "a.txt")
    let arguments = try arguments(folder)
    #expect(try await Program.run(arguments + [answer]).code == 0)
    let old = try folder.contents("out")
    // A file size limit makes writes fail as a full disk does.
    let long = try folder.write(String(repeating: "Tonen er god. ", count: 20_000), "b.txt")
    let run = try await Program.run(arguments + [long], after: "trap '' XFSZ; ulimit -f 100")
    #expect(run.code == 2)
    #expect(run.errors.contains("what stood there before is kept"))
    #expect(try folder.contents("out") == old)
  }

  @Test(
    "wrong words on the command line end with 2 and say what is known",
    arguments: [["analyse"], ["nonsense"], ["schema", "x"], ["analyse", "a", "b"]])
  func usage(arguments: [String]) async throws {
    let run = try await Program.run(arguments)
    #expect(run.code == 2)
    #expect(!run.errors.isEmpty)
  }

  @Test(
    "every command's help has an example",
    arguments: [
      ["analyse"], ["codebook", "check"], ["codebook", "derive"], ["explain"], ["evaluate"], ["agreement"], ["schema"],
      ["init"], ["hearing", "import"],
    ])
  func help(command: [String]) async throws {
    let run = try await Program.run(command + ["--help"])
    #expect(run.code == 0)
    #expect(run.output.contains("Example"))
  }

  @Test("a gold file with an unknown code, a missing passage or wrong columns is named with its line")
  func gold() async throws {
    let folder = try Folder()
    let answer = try folder.write("Tonen er god.\n\nTo.", "a.txt")
    try folder.write(Self.codebook, "book/codebook.xml")
    for (gold, words) in [
      ("file\tparagraph\tstrategy\ttheme\tstance\na\t1\t9.9\t-\t-\n", [":2", "9.9"]),
      ("file\tparagraph\tstrategy\ttheme\tstance\na\t7\t-\t-\t-\n", [":2", "7"]),
      ("file\tparagraph\tstrategy\ttheme\tstance\na\t1\n", [":2", "columns"]), ("a\tb\n", [":1", "columns"]),
      ("file\tparagraph\tstrategy\ttheme\tstance\nb\t1\t-\t-\t-\n", [":2", "\"b\""]),
    ] {
      let path = try folder.write(gold, "gold.tsv")
      let run = try await Program.run([
        "evaluate", "--codebook", folder.path + "/book/codebook.xml", "--gold", path, answer,
      ])
      #expect(run.code == 2)
      for word in words { #expect(run.errors.contains(word), "\(word) is not in: \(run.errors)") }
    }
  }
}
