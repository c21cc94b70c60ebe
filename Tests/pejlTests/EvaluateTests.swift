import Foundation
import PejlXML
import Testing

/// What `pejl evaluate` and `pejl agreement` tell a user.
@Suite struct EvaluateTests {
  private static let hearing = Program.hearing

  /// A codebook of two codes and three rules.
  private static func codebook(weight: String = "1") -> String {
    """
    <codebook xmlns="urn:pejl:codebook:1" id="t" version="1" language="da"><title>T</title>
    <facet id="strategy" name="S"><code id="P1" name="Et"><definition>d</definition></code>
    <code id="P2" name="To"><definition>d</definition></code></facet>
    <rules code="P1"><rule id="tone" weight="\(weight)"><any>tone</any><hit>En <mark>tone</mark>.</hit><miss>Et tog.</miss></rule>
    <rule id="never"><any>cykel</any><hit>En <mark>cykel</mark>.</hit><miss>Et tog.</miss></rule></rules>
    <rules code="P2"><rule id="train" weight="0.4"><any>tog</any><hit>Et <mark>tog</mark>.</hit><miss>En tone.</miss></rule></rules>
    </codebook>
    """
  }

  private static let gold = """
    id\ttext\tstrategy
    one\tTonen er god.\tP1
    two\tToget er sent, og tonen er hård.\tP2
    three\tIntet.\tP1
    """

  @Test("personal numbers in what was coded are shown in no file of the measurement")
  func numbers() async throws {
    let folder = try Folder()
    let book = try folder.write(Self.codebook(), "codebook.xml")
    let gold = try folder.write(
      "id\ttext\tstrategy\none\tMit nummer er 070761-4285, og tonen er god.\tP2\n", "gold.tsv")
    let run = try await Program.run(
      ["evaluate", "--codebook", book, "--gold", gold, "--errors", "--output", folder.path + "/out"])
    #expect(run.code == 0 && run.output.contains("og tonen er god") && !run.output.contains("070761"), "\(run.errors)")
    for name in ["evaluation.html", "evaluation.xml"] {
      let text = try String(contentsOfFile: "\(folder.path)/out/\(name)", encoding: .utf8)
      #expect(text.contains("tonen") && !text.contains("070761"), "\(name)")
    }
  }

  @Test("the measurement goes into a folder of its own, valid, and the same from anywhere")
  func output() async throws {
    let folder = try Folder()
    let gold = Self.hearing + "/gold.tsv"
    let book = Self.hearing + "/codebook.xml"
    let responses = Self.hearing + "/responses"
    for (name, place) in [("a", Program.root), ("b", folder.path)] {
      let run = try await Program.run(
        [
          "evaluate", "--codebook", book, "--compare", book, "--gold", gold, "--by", "file", "--output",
          "\(folder.path)/\(name)", responses,
        ], in: place, environment: ["LC_ALL": name == "a" ? "C" : "da_DK.UTF-8"])
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.output.contains("evaluation.html") && run.output.contains("over 6 answers"))
    }
    let files = try folder.contents("a")
    #expect(Set(files.keys) == ["evaluation.html", "evaluation.xml"])
    #expect(try folder.contents("b") == files)
    let schema = try await Program.run(["schema", "evaluation"])
    let bytes = Array(try #require(files["evaluation.xml"]))
    #expect(try XMLSchema(Array(schema.output.utf8)).validate(bytes).isEmpty)
    let root = try XMLReader.parse(bytes)
    #expect(root["paragraphs"] == "134" && root["units"] == "6")
    #expect(root.elements("rule").contains { $0["held"] == "0" })
  }

  @Test("mistakes, rules and changes are told with the rules that spoke")
  func text() async throws {
    let folder = try Folder()
    let gold = try folder.write(Self.gold, "gold.tsv")
    let new = try folder.write(Self.codebook(), "new.xml")
    let old = try folder.write(Self.codebook(weight: "0.5"), "old.xml")
    let run = try await Program.run([
      "evaluate", "--codebook", new, "--compare", old, "--gold", gold, "--worst", "5", "--rules",
    ])
    #expect(run.code == 0, "\(run.errors)")
    for words in [
      "P2      P1                    1  two", "strategy: set, not in gold, the worst 1 of 1", "no rule spoke for it",
      "P2 0.40 keyword: train 0.40", "1 rules never held", "never  P1", "one  +P1  tone 0.50 → 1.00",
      "1 codes on paragraphs became wrong",
    ] { #expect(run.output.contains(words), "\(words) is not in:\n\(run.output)") }
    let quiet = try await Program.run(["evaluate", "--codebook", new, "--gold", gold, "--quiet"])
    #expect(!quiet.output.contains("missed") && !quiet.output.contains("train"))
  }

  @Test("two coders are compared, and paragraphs on which they differ are shown")
  func agreement() async throws {
    let folder = try Folder()
    let book = try folder.write(Self.codebook(), "book.xml")
    let first = try folder.write(Self.gold, "a.tsv")
    let second = try folder.write(Self.gold.replacing("hård.\tP2", with: "hård.\tP1"), "b.tsv")
    let run = try await Program.run(["agreement", "--codebook", book, first, second, "--errors"])
    #expect(run.code == 0, "\(run.errors)")
    for words in ["AC1", "MASI", "two  strategy  P2 (line 3)  P1 (line 3)", "Toget er sent"] {
      #expect(run.output.contains(words), "\(words) is not in:\n\(run.output)")
    }
    let same = try await Program.run(["agreement", "--codebook", book, first, first, "--errors"])
    #expect(same.output.contains("agree everywhere"))
  }

  @Test("words for the codebook are proposed on the terminal or into a file, and nothing is changed")
  func suggestions() async throws {
    let folder = try Folder()
    let book = try folder.write(Self.codebook(), "book.xml")
    let rows = (1...12).map { number in
      number <= 4
        ? "\(number)\tDer mangler en \(number % 2 == 0 ? "rampe" : "lav rampe") ved dør \(number)\tP1\t\(number % 2)"
        : "\(number)\tTonen er god på gang \(number)\tP2\t\(number % 2)"
    }
    let gold = try folder.write((["id\ttext\tstrategy\tauthor"] + rows).joined(separator: "\n"), "gold.tsv")
    let suggest = ["codebook", "suggest", "--codebook", book, "--gold", gold]
    let shown = try await Program.run(suggest)
    #expect(shown.code == 0, "\(shown.errors)")
    for words in ["P1 Et: 4 of 12 passages by 2 authors", "<any>~rampe</any>", "[rampe] ved dør", "nobody's matter"] {
      #expect(shown.output.contains(words), "\(words) is not in:\n\(shown.output)")
    }
    let path = folder.path + "/rules.xml"
    let written = try await Program.run(suggest + ["--code", "P1", "--limit", "1", "--output", path])
    #expect(written.code == 0 && written.output.contains("rules.xml: 1 rules"), "\(written.output)")
    #expect(!written.output.contains("P2 To") && !written.output.contains("<any>"))
    let rules = try #require(try folder.contents()["rules.xml"])
    #expect(String(decoding: rules, as: UTF8.self).contains("P1-rampe"))
    for (arguments, word) in [
      (["--code", "7.7"], "7.7"), (["--limit", "0"], "limit"), (["--output", folder.path], "name another"),
      (["--output", path], "name another"),
      (["--thesaurus", folder.path + "/gone"], "gone.idx"),
    ] {
      let run = try await Program.run(suggest + arguments)
      #expect(run.code == 2 && run.errors.contains(word), "\(run.errors)")
    }
  }

  @Test("what cannot be evaluated is named with file, line and what to do")
  func badInput() async throws {
    let folder = try Folder()
    let book = try folder.write(Self.codebook(), "book.xml")
    let gold = try folder.write(Self.gold, "gold.tsv")
    let byFile = try folder.write("file\tbegins\tstrategy\na\tTonen\tP1\na\tIkke her\t-\na\tHeller ikke\t-\n", "f.tsv")
    let themes = try folder.write("id\ttext\ttheme\none\tTonen\t-\n", "themes.tsv")
    let lonely = try folder.write("id\ttext\tstrategy\none\tTonen er god.\tP1\n", "lonely.tsv")
    let empty = try folder.write("", "empty.tsv")
    let answer = try folder.write("Tonen er god.", "in/a.txt")
    let twin = try folder.write("Tonen er god.", "in/a.html")
    let evaluate = ["evaluate", "--codebook", book]
    for (arguments, words) in [
      (evaluate + ["--gold", empty], ["empty.tsv:1", "header"]),
      (evaluate + ["--gold", byFile, answer], ["f.tsv:3", "f.tsv:4", "mend the words"]),
      (evaluate + ["--gold", byFile], ["f.tsv:2", "command line"]),
      (evaluate + ["--gold", byFile, answer, twin], ["f.tsv:2", "2 answers", "extension"]),
      (evaluate + ["--gold", gold, "--gold", themes], ["themes.tsv:1", "strategy"]),
      (evaluate + ["--gold", gold, "--gold", gold], ["gold.tsv", "named twice"]),
      (evaluate + ["--gold", gold, folder.path + "/gone"], ["gone", "no such file"]),
      (evaluate + ["--gold", gold, "--code", "7.7"], ["7.7"]),
      (evaluate + ["--gold", gold, "--worst", "-1"], ["worst"]),
      (evaluate + ["--gold", gold, "--by", "author"], ["author"]),
      (evaluate + ["--gold", gold, "--output", gold], ["gold.tsv", "a file stands here"]),
      (["agreement", "--codebook", book, gold, lonely], ["gold.tsv:3", "gold.tsv:4", "lonely.tsv"]),
      (["agreement", "--codebook", book, gold, themes], ["themes.tsv:1", "columns"]),
    ] {
      let run = try await Program.run(arguments)
      #expect(run.code == 2, "\(arguments)")
      for word in words { #expect(run.errors.contains(word), "\(word) is not in: \(run.errors)") }
    }
  }
}
