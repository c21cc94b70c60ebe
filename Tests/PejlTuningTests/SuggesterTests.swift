import PejlAnalysis
import PejlCodebook
import PejlDanish
import PejlPipeline
import PejlTagging
import PejlText
import PejlTuning
import Testing

@Suite struct SuggesterTests {
  /// A codebook of two codes; a bus is a matter of the first, food one of the second.
  private static let codebook = """
    <codebook xmlns="urn:pejl:codebook:1" id="t" version="1" language="da"><title>T</title>
    <facet id="strategy" name="S"><code id="P1" name="Et"><definition>d</definition></code>
    <code id="P2" name="To"><definition>d</definition></code></facet>
    <rules code="P1"><rule id="bus"><any>bus</any><hit>En <mark>bus</mark>.</hit><miss>Et tog.</miss></rule></rules>
    <rules code="P2"><rule id="food"><any>mad</any><hit>God <mark>mad</mark>.</hit><miss>Et tog.</miss></rule></rules>
    </codebook>
    """

  /// Passages as `author: codes: text`.
  private static let passages = [
    "a: P1: Bussen er væk, og jeg må tage min cykel", "b: P1: Vi har kun en cykel nu", "a: P1: Min cykel er stjålet",
    "b: P1: Der kommer ingen bus, så cyklen må frem", "a: P1: Cyklen står i skuret", "b: P1: Bussen og cyklen er nok",
    "a: P1: Bussen ned til byen er nedlagt", "b: P1: Bussen til byen er væk", "a: P2: Maden er kold",
    "b: P2: Maden er dyr", "a: P2: Maden kommer sent", "b: P2: Min cykel fik mad på sadlen", "a: P2: Maden er grå",
    "b: P2: Maden er varm", "a: P2: Maden er fin", "b: P2: Maden er rar", "a: P2: Maden mangler salt",
    "b: P2: Maden er god igen", "a: -: Haven er smuk, og bænken er ny", "b: -: Haven gror til",
    "a: -: Haven trænger til vand", "b: -: Vi savner haven",
  ]

  private func suggest(
    _ passages: [String] = Self.passages, codes: Set<String>? = nil, thesaurus: Thesaurus? = nil
  ) async throws -> (suggestions: Suggestions, codebook: Codebook) {
    let lexicon = try Lexicon()
    let compiled = CompiledCodebook(
      try CodebookReader { _ in Array(Self.codebook.utf8) }.read("t.xml"), lexicon: lexicon)
    let rows = passages.enumerated().map { number, passage in
      let parts = passage.split(separator: ": ", maxSplits: 2).map(String.init)
      return "\(number)\t\(parts[0])\t\(parts[2])\t\(parts[1])"
    }
    let gold = try GoldFile(
      Array((["id\tauthor\ttext\tstrategy"] + rows).joined(separator: "\n").utf8), path: "in/gold.tsv",
      codebook: compiled.codebook)
    let paragraphs = try await GoldTagger(compiled: compiled).tag([gold], inputs: [])
    let suggester = Suggester(compiled, lexicon: lexicon, thesaurus: thesaurus)
    return (suggester.suggest(paragraphs, codes: codes), compiled.codebook)
  }

  @Test func aWordOfACodeThatNoRuleNamesIsProposedWithWhatItWouldGive() async throws {
    let own = try #require(try await suggest(codes: ["P1"]).suggestions.codes.first)
    #expect(own.passages == 8 && own.coded == 22 && own.authors == 2)
    let word = try #require(own.words.first)
    #expect(word.term == "~cykel" && word.authors == 2)
    #expect(word.keyness.inside == 6 && word.keyness.outside == 1)
    let yield = try #require(word.yield)
    #expect(yield.alone.precision == 6.0 / 7 && yield.alone.recall == 0.75)
    // Three of its passages have a bus and the code already.
    #expect(yield.newRight == 3 && yield.newWrong == 1 && yield.share == 0.5)
  }

  @Test func wordsThatTheRulesMatchAreCountedAndLeftOut() async throws {
    let suggestions = try await suggest().suggestions
    #expect(suggestions.codes.map(\.code.id) == ["P1", "P2"])
    #expect(!suggestions.codes.flatMap(\.words).contains { $0.term.contains("bus") || $0.term.contains("mad") })
    #expect(suggestions.codes.allSatisfy { $0.known > 0 })
  }

  @Test func linesShowWhatIsMissedFirstAndAMissAsAWarning() async throws {
    let lines = try #require(try await suggest().suggestions.codes.first?.words.first?.lines)
    #expect(
      lines.map { "\($0.isHit ? "+" : "-") \($0.left)[\($0.word)]\($0.right) \($0.place)" } == [
        "+ Vi har kun en [cykel] nu gold.tsv:3", "+ Min [cykel] er stjålet gold.tsv:4",
        "- Min [cykel] fik mad på sadlen gold.tsv:13",
      ])
  }

  @Test func longTextIsCutBetweenWords() async throws {
    let long = Self.passages.map {
      $0.hasPrefix("b: P1: Vi har kun en cykel")
        ? "b: P1: Det er en meget lang indledning, som ingen læser til ende, om en cykel\n  og en lige så lang afslutning, som heller ingen læser"
          .replacing("\n  ", with: " ") : $0
    }
    let lines = try #require(try await suggest(long).suggestions.codes.first?.words.first?.lines)
    let line = try #require(lines.first { $0.place == "gold.tsv:3" })
    #expect(line.left == "som ingen læser til ende, om en ")
    #expect(line.right == " og en lige så lang afslutning, som")
  }

  @Test func wordsOfOneAuthorAloneAreNotTheCodes() async throws {
    let lone = Self.passages.filter { !$0.hasPrefix("b: P1") || !$0.lowercased().contains("cykl") }
      .filter { !$0.contains("cykel nu") && !$0.contains("sadlen") }
    let words = try await suggest(lone).suggestions.codes.flatMap(\.words).map(\.term)
    #expect(!words.contains("~cykel"), "\(words)")
  }

  @Test func whatIsSpreadByChanceIsNotShown() async throws {
    // The codes go round whatever the words are.
    let spread = Self.passages.enumerated().map { number, passage in
      let parts = passage.split(separator: ": ", maxSplits: 2).map(String.init)
      return "\(parts[0]): \(["P1", "-", "P2"][number % 3]): \(parts[2])"
    }
    let suggestions = try await suggest(spread).suggestions
    #expect(suggestions.codes.allSatisfy { $0.words.isEmpty && $0.known == 0 })
  }

  @Test func wordsOfPassagesThatNothingTouchesAreShown() async throws {
    let suggestions = try await suggest().suggestions
    #expect(suggestions.untouched == 4)
    #expect(suggestions.openings.first?.text == "Haven er smuk, og bænken er ny")
    let word = try #require(suggestions.untouchedWords.first)
    #expect(word.term == "~have" && word.keyness.inside == 4 && word.yield == nil)
    #expect(word.lines.count == 3)
  }

  @Test func wordsLikeThoseOfTheRulesAreIdeasWhenNoRuleNamesThem() async throws {
    let data = Array("UTF-8\nbus|2\n|cykel (underbegreb)|mad\n|rutebil\n".utf8)
    let thesaurus = try Thesaurus(index: Array("UTF-8\n1\nbus|6\n".utf8), data: data, path: "t.idx")
    let codes = try await suggest(thesaurus: thesaurus).suggestions.codes
    let ideas = try #require(codes.first?.ideas)
    #expect(ideas.map(\.word) == ["cykel"])
    #expect(ideas.first?.like.map { "\($0.word) \($0.note ?? "")" } == ["bus underbegreb"])
    #expect(ideas.first?.passages == 7)
    #expect(codes.last?.ideas?.isEmpty == true)
    #expect(try await suggest().suggestions.codes.first?.ideas == nil)
  }

  @Test func proposedRulesLoadWhenAPersonHasWrittenTheirExamples() async throws {
    let (suggestions, codebook) = try await suggest()
    let part = String(decoding: try ProposedRules(suggestions, codebook: codebook).bytes, as: UTF8.self)
    #expect(part.contains("<rule id=\"P1-cykel\" weight=\"0.5\">") && part.contains("<any>~cykel</any>"))
    #expect(part.contains("adds 3 right and 1 wrong"))
    for words in ["stjålet", "skuret", "sadlen"] { #expect(!part.contains(words)) }
    func read(_ part: String) throws -> Codebook {
      let main = Self.codebook.replacing("<facet", with: "<part href=\"new.xml\"/><facet", maxReplacements: 1)
      return try CodebookReader { Array(($0 == "new.xml" ? part : main).utf8) }.read("t.xml")
    }
    #expect(throws: InvalidInput.self) { try read(part) }
    let finished = part.replacing("</any>", with: "</any><hit>En <mark>cykel</mark>.</hit><miss>Et tog.</miss>")
    #expect(try read(finished).rules.contains { $0.id == "P1-cykel" && $0.code == "P1" })
  }
}
