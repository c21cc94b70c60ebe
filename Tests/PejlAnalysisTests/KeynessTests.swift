import PejlAnalysis
import Testing

@Suite struct KeynessTests {
  /// 3 of 4 passages against 1 of 8; of 12 passages 4 show the word. Expected: 4·4/12 = 4/3 and 8·4/12 = 8/3 with it,
  /// 4·8/12 = 8/3 and 8·8/12 = 16/3 without. G2 = 2·(3·ln(9/4) + ln(3/8) + ln(3/8) + 7·ln(21/16))
  /// = 2·(2.43279 − 0.98083 − 0.98083 + 1.90354) = 4.74934.
  private let small = Keyness(inside: 3, outside: 1, insideTotal: 4, outsideTotal: 8)

  @Test func logLikelihoodCountsAllFourCells() {
    #expect(abs(small.logLikelihood - 4.74934) < 1e-5)
    // The shares are 3/4 and 1/8: six times, log2 6.
    #expect(abs(small.logRatio - 2.58496) < 1e-5)
    #expect(small.isPositive)
  }

  @Test func wordsOfRunningTextAreComparedInTwoCells() {
    // 10 of 100 and 5 of 200 words; expected 5 and 10: 2·(10·ln 2 + 5·ln(1/2)) = 10·ln 2.
    #expect(abs(LogLikelihood.ofFrequencies(10, 5, of: 100, 200) - 6.93147) < 1e-5)
  }

  @Test func equalSharesSayNothing() {
    let equal = Keyness(inside: 2, outside: 4, insideTotal: 10, outsideTotal: 20)
    #expect(equal.logLikelihood < 1e-9 && equal.logRatio == 0 && !equal.isPositive)
    #expect(Keyness(inside: 0, outside: 0, insideTotal: 0, outsideTotal: 0).logLikelihood == 0)
  }

  @Test func whatIsNowhereElseHasARatioToo() {
    // 4 of 8 against half of one of 16.
    #expect(Keyness(inside: 4, outside: 0, insideTotal: 8, outsideTotal: 16).logRatio == 4)
  }

  @Test func chanceIsTheTailOfChiSquared() {
    // The quantiles of the table for one degree of freedom.
    for (value, chance) in [(3.8415, 0.05), (6.6349, 0.01), (10.8276, 0.001)] {
      #expect(abs(LogLikelihood.chance(value) - chance) < 1e-5)
    }
    #expect(LogLikelihood.chance(0) == 1)
  }

  @Test func chancesAreCorrectedForTheirNumber() {
    // In order 0.005, 0.01, 0.03, 0.04: times 4/1, 4/2, 4/3, 4/4 gives 0.02, 0.02, 0.04, 0.04.
    let corrected = FalseDiscovery.corrected([0.01, 0.04, 0.03, 0.005])
    for (own, wanted) in zip(corrected, [0.02, 0.04, 0.04, 0.02]) { #expect(abs(own - wanted) < 1e-12) }
    #expect(FalseDiscovery.corrected([]) == [])
    #expect(FalseDiscovery.corrected([0.9, 1, 0.95]).allSatisfy { $0 <= 1 })
  }
}
