import PejlAnalysis
import PejlCodebook
import PejlTagging
import PejlText
import Testing

@Suite struct EvaluationTests {
  typealias Item = Coded.Item

  @Test func levelsCountCodesAndAverageParagraphs() throws {
    let evaluation = try Coded.evaluation([
      Item("1.1;2.1", "1.1;1.2"), Item("1.1", "1.2"), Item("", ""), Item("P2", "2.1"), Item("T1;support", "T1"),
    ])
    #expect(evaluation.levels.map(\.level) == [.objective, .guidepost, .theme, .stance])
    let objective = evaluation.levels[0].tally
    // 1.1 is found once of twice; 1.2 is wrong twice, 2.1 once; 2.1 and P2 are missed.
    #expect(objective.score.truePositives == 1)
    #expect(objective.score.falsePositives == 3)
    #expect(objective.score.falseNegatives == 3)
    #expect(objective.score.precision == 0.25 && objective.score.recall == 0.25)
    // Three paragraphs bear a code: 2·1/4, 0, 0.
    #expect(abs(objective.mean - 0.5 / 3) < 1e-12)
    #expect(objective.counted == 3)
    // As guideposts: {1, 2} and {1}; {1} and {1}; {2} and {2}.
    #expect(evaluation.levels[1].tally.score.f1 == 6.0 / 7)
    #expect(evaluation.levels[2].tally.score.f1 == 1)
    #expect(evaluation.levels[3].tally.score.f1 == 0)
  }

  @Test func aFacetThatWasNotCodedIsNotMeasured() throws {
    let paragraphs = try Coded.paragraphs([Item("1.1", "1.1;T1;support")], facets: [.strategy])
    let evaluation = Evaluation(paragraphs, codebook: SmallHearing.codebook)
    #expect(evaluation.levels.map(\.level) == [.objective, .guidepost])
    #expect(evaluation.codes.allSatisfy { $0.code.facet == .strategy })
    #expect(evaluation.facets.map(\.id) == [.strategy])
  }

  @Test func confusionsPairWhatWasMissedWithWhatWasSetInstead() throws {
    let evaluation = try Coded.evaluation([
      Item("2.1", "1.2"), Item("1.1", "1.2"), Item("2.1;1.1", "1.2;1.1"), Item("1.1", ""), Item("", "P2"),
      Item("P1", "P2;2.1"),
    ])
    let shown = evaluation.confusions.map { "\($0.missed) \($0.set) \($0.paragraphs.map { $0 + 1 })" }
    #expect(shown == ["2.1 1.2 [1, 3]", "P1 P2 [6]", "P1 2.1 [6]", "1.1 1.2 [2]"])
  }

  @Test func theSurestWrongTagsAndTheNearestMissesStandFirst() throws {
    let evaluation = try Coded.evaluation([
      Item("1.1", "1.2=1.5"), Item("2.1;P2", "1.1=3", rejected: "2.1=0.4"), Item("1.2", "", rejected: "1.2=0.9"),
      Item("", "2.1=1.5"), Item("P1", "P1=9", rejected: "1.1=0.5"),
    ])
    let strategy = try #require(evaluation.facets.first)
    func shown(_ kind: Mistake.Kind) -> [String] {
      evaluation.mistakes(kind, strategy).map { "\($0.paragraph + 1) \($0.code) \($0.tag?.score ?? -1)" }
    }
    #expect(shown(.falsePositive) == ["2 1.1 3.0", "1 1.2 1.5", "4 2.1 1.5"])
    #expect(shown(.falseNegative) == ["3 1.2 0.9", "2 2.1 0.4", "1 1.1 -1.0", "2 P2 -1.0"])
  }

  @Test func aRuleIsMeasuredWhereItHoldsTaggedOrNot() throws {
    let rules = ["a", "b", "silent"].map {
      Rule(id: $0, code: $0 == "b" ? "1.2" : "1.1", weight: 1, condition: .any([]), examples: [], path: "x", line: 7)
    }
    let small = SmallHearing.codebook
    let codebook = Codebook(
      id: "r", version: "1", language: "da", title: "R", facets: small.facets, rules: rules, dampers: [],
      references: small.references, sources: [])
    let evaluation = try Coded.evaluation(
      [
        Item("1.1", "1.1=2:a,quotation"), Item("1.1", "", rejected: "1.1=0.5:a"), Item("", "1.1=1:a"), Item("1.1"),
        Item("1.2", "1.1=1:a;1.2=1:b"),
      ], codebook: codebook)
    let shown = evaluation.rules.map { "\($0.name) \($0.held) \($0.tagged) \($0.right) \($0.alone) \($0.gold ?? -1)" }
    #expect(shown == ["a 4 3 2 1 3", "b 1 1 1 1 1", "silent 0 0 0 0 3", "quotation 1 1 1 0 -1"])
    #expect(evaluation.rules[0].precision == 0.5)
    #expect(evaluation.rules[0].recall == 2.0 / 3)
    #expect(evaluation.rules[2].precision == nil)
    #expect(evaluation.rulesByHarm.map(\.name) == ["a", "b", "silent", "quotation"])
  }
}
