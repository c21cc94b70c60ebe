import Testing

@testable import PejlAnalysis

@Suite struct BootstrapTests {
  typealias Item = Coded.Item

  @Test func theGeneratorIsSplitMix64() {
    // The first values for the seed 0 of the reference implementation (Vigna, splitmix64.c).
    var generator = SplitMix(seed: 0)
    #expect(generator.next() == 0xE220_A839_7B1D_CDAF)
    #expect(generator.next() == 0x6E78_9E6A_A1B9_65F4)
  }

  @Test func theIntervalOfAShareIsThatOfTheBinomial() throws {
    // 100 units, half of them 1: the mean of a draw has the standard error 0.05, so 95 % lie within 0.5 ± 0.098.
    let intervals = try #require(
      Bootstrap(units: 100).intervals { drawn in [Double(drawn.count { $0 < 50 }) / 100] })
    #expect(abs(intervals[0].low - 0.402) < 0.015)
    #expect(abs(intervals[0].high - 0.598) < 0.015)
  }

  @Test func oneUnitSaysNothingOfVariation() throws {
    #expect(Bootstrap(units: 1).intervals { _ in [1] } == nil)
    #expect(try Coded.evaluation([Item("1.1", "1.1")]).levels.allSatisfy { $0.microInterval == nil })
  }

  @Test func theSameParagraphsGiveTheSameIntervalAroundTheFigure() throws {
    let items = (0..<40).map { Item("1.1", $0 % 3 == 0 ? "1.2" : "1.1") }
    let (one, other) = (try Coded.evaluation(items), try Coded.evaluation(items))
    #expect(one.levels == other.levels)
    let level = one.levels[0]
    let interval = try #require(level.microInterval)
    #expect(interval.low < level.tally.score.f1 && level.tally.score.f1 < interval.high)
  }

  @Test func wholeAnswersVaryMoreThanTheirParagraphs() throws {
    // Each answer is all right or all wrong.
    let items = (0..<40).map { Item("1.1", $0 / 10 % 2 == 0 ? "1.1" : "1.2") }
    let paragraphs = try Coded.paragraphs(items) { "answer \($0 / 10)" }
    func width(_ unit: Bootstrap.Unit) throws -> Double {
      let evaluation = Evaluation(paragraphs, codebook: SmallHearing.codebook, by: unit)
      #expect(evaluation.units == (unit == .file ? 4 : 40))
      let interval = try #require(evaluation.levels[0].microInterval)
      return interval.high - interval.low
    }
    #expect(try width(.file) > 2 * width(.paragraph))
  }
}
