import PejlAnalysis
import PejlCodebook
import PejlText
import Testing

@Suite struct AgreementTests {
  private func isNear(_ one: Double?, _ other: Double) -> Bool { one.map { abs($0 - other) < 5e-4 } ?? false }

  /// Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", section A: two observers, ten binary values,
  /// 0100000010 and 1110010000. The coincidences are o00 = 10, o01 = 4, o11 = 2, so n0 = 14 and n1 = 6, and
  /// alpha = 1 − 19 · 4 / (14 · 6) = 0.095.
  @Test func alphaOfKrippendorffsBinaryExample() {
    var decisions = BinaryAgreement()
    for (first, second) in zip("0100000010", "1110010000") {
      decisions.count(first: first == "1", second: second == "1")
    }
    #expect(decisions == BinaryAgreement(both: 1, onlyFirst: 1, onlySecond: 3, neither: 5))
    #expect(isNear(decisions.alpha, 0.095))
  }

  /// A table with much agreement and few noes: 118 both yes, 5 and 2 differ, none both no. The part that agrees is
  /// 118 / 125 = 0.944; π = (123 + 120) / 250 = 0.972, so pₑ = 2 · 0.972 · 0.028 = 0.0544 and
  /// AC1 = (0.944 − 0.0544) / (1 − 0.0544) = 0.941, where Cohen's kappa would be −0.02.
  @Test func ac1StaysHighWhereKappaFails() {
    #expect(isNear(BinaryAgreement(both: 118, onlyFirst: 5, onlySecond: 2, neither: 0).ac1, 0.9408))
  }

  /// Half and half by chance: pₐ = 0.5, π = 0.5, pₑ = 0.5, so AC1 = 0; alpha = 1 − 0.5 / (2 · 20 · 20 / (40 · 39)) = 0.025.
  @Test func chanceIsWorthNothing() {
    let decisions = BinaryAgreement(both: 5, onlyFirst: 5, onlySecond: 5, neither: 5)
    #expect(decisions.ac1 == 0)
    #expect(isNear(decisions.alpha, 0.025))
  }

  @Test func alphaNeedsVariation() {
    #expect(BinaryAgreement(both: 0, onlyFirst: 0, onlySecond: 0, neither: 9).alpha == nil)
    #expect(BinaryAgreement(both: 0, onlyFirst: 0, onlySecond: 0, neither: 9).ac1 == 1)
    #expect(SetDistance.masi.alpha([(["a"], ["a"])]) == nil)
    #expect(SetDistance.jaccard.alpha([]) == nil)
  }

  @Test func distancesOfSets() {
    let cases: [(Set<String>, Set<String>, Double, Double)] = [
      ([], [], 0, 0), (["a"], [], 1, 1), (["a", "b"], ["b", "a"], 0, 0), (["a"], ["b"], 1, 1),
      // One holds the other: J = 1/2, M = 2/3. They only overlap: J = 1/3, M = 1/3.
      (["a"], ["a", "b"], 0.5, 1 - 1.0 / 3), (["a", "b"], ["b", "c"], 1 - 1.0 / 3, 1 - 1.0 / 9),
    ]
    for (first, second, jaccard, masi) in cases {
      #expect(isNear(SetDistance.jaccard.between(first, second), jaccard))
      #expect(isNear(SetDistance.masi.between(first, second), masi))
    }
  }

  /// Three paragraphs: {1} {1}; {1, 2} {1}; {} {2}. The sets are {1} three times, {1, 2}, {} and {2} once, n = 6.
  ///
  /// Jaccard: Dₒ = (0 + 1/2 + 1) / 3 = 1/2. Over the pairs of different sets: 3 · 1/2 + 3 + 3 + 1 + 1/2 + 1 = 10, so
  /// Dₑ = 2 · 10 / 30 = 2/3 and alpha = 1/4. MASI: Dₒ = (0 + 2/3 + 1) / 3 = 5/9; 3 · 2/3 + 3 + 3 + 1 + 2/3 + 1 = 32/3, so
  /// Dₑ = 32/45 and alpha = 1 − 25/32 = 7/32.
  @Test func alphaOfSets() {
    let pairs: [(first: Set<String>, second: Set<String>)] = [(["1"], ["1"]), (["1", "2"], ["1"]), ([], ["2"])]
    #expect(isNear(SetDistance.jaccard.alpha(pairs), 0.25))
    #expect(isNear(SetDistance.masi.alpha(pairs), 7.0 / 32))
  }

  @Test func levelsPoolTheirCodesAndAverageThoseThatWereUsed() throws {
    let first = try Coded.gold("id\ttext\tstrategy\na\tx\t1.1\nb\ty\t1.2;2.1\nc\tz\t-\nd\tw\t-\n", path: "a.tsv")
    let second = try Coded.gold("id\tstrategy\ttext\nd\t-\tw\nc\t1.1\tz\nb\t2.1\ty\na\t1.1\tx\n", path: "b.tsv")
    let agreement = Agreement(try GoldPairs(first, second), codebook: SmallHearing.codebook)
    #expect(agreement.levels.map(\.level) == [.objective, .guidepost])
    #expect(agreement.pairs.rows.map(\.second.name) == ["a", "b", "c", "d"])
    let objective = agreement.levels[0]
    #expect(objective.pooled == BinaryAgreement(both: 2, onlyFirst: 1, onlySecond: 1, neither: 16))
    #expect(isNear(objective.pooled.score.f1, 2.0 / 3))
    #expect(objective.used.map(\.code.id) == ["1.1", "1.2", "2.1"])
    // 1.1: pₐ = 3/4, π = 3/8, pₑ = 15/32, AC1 = 9/17. 1.2: pₐ = 3/4, π = 1/8, pₑ = 7/32, AC1 = 17/25. 2.1: 1.
    #expect(isNear(objective.meanAC1, (9.0 / 17 + 17.0 / 25 + 1) / 3))
    // Guideposts: {1} {1}; {1, 2} {2}; {} {1}; {} {}.
    #expect(agreement.levels[1].pooled == BinaryAgreement(both: 2, onlyFirst: 1, onlySecond: 1, neither: 4))
  }

  @Test func rowsThatOnlyOneCoderHasAreNamed() throws {
    let first = try Coded.gold("id\ttext\tstrategy\na\tx\t1.1\nb\ty\t-\n", path: "a.tsv")
    let second = try Coded.gold("id\ttext\tstrategy\na\tx\t1.1\nc\ty\t-\n", path: "b.tsv")
    let error = #expect(throws: InvalidInput.self) { try GoldPairs(first, second) }
    #expect(error?.diagnostics.map { "\($0.path ?? ""):\($0.line ?? 0)" } == ["a.tsv:3", "b.tsv:3"])
    #expect(error?.description.contains("\"b\" has no row in b.tsv") == true)
  }
}
