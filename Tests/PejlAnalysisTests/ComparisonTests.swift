import PejlAnalysis
import PejlCodebook
import Testing

@Suite struct ComparisonTests {
  typealias Item = Coded.Item

  private func comparison(_ before: [Item], _ after: [Item]) throws -> Comparison {
    Comparison(before: try Coded.evaluation(before), after: try Coded.evaluation(after))
  }

  @Test func aChangeNamesTheRulesThatMadeIt() throws {
    let comparison = try comparison(
      [
        Item("1.1", "", rejected: "1.1=0.4:a"), Item("", "2.1=1:b"), Item("1.2", "1.2=1:c"), Item("P1", "P1=1:d"),
        Item("1.1", "1.2=1:e", rejected: "1.1=0.9:f"),
      ],
      [
        Item("1.1", "1.1=1.4:a,g"), Item("", ""), Item("1.2", "", rejected: "1.2=0.5:c"), Item("P1", "P1=1:d"),
        Item("1.1", "1.1=0.9:f", rejected: "1.2=0.2:e"),
      ])
    let shown = comparison.changes.map { change in
      let reasons = change.reasons.map { reason in
        "\(reason.rule)(\(reason.code)) \(reason.before ?? 0)>\(reason.after ?? 0)"
      }
      return "\(change.paragraph + 1) \(change.isSet ? "+" : "-")\(change.code) \(change.isRight) "
        + reasons.joined(separator: ", ")
    }
    #expect(
      shown == [
        "1 +1.1 true a(1.1) 0.4>0.7, g(1.1) 0.0>0.7", "2 -2.1 true b(2.1) 1.0>0.0", "3 -1.2 false c(1.2) 1.0>0.5",
        "5 +1.1 true e(1.2) 1.0>0.2", "5 -1.2 true e(1.2) 1.0>0.2",
      ])
  }

  @Test func theDifferenceIsPaired() throws {
    // After is right in one paragraph more than before in every ten; all else is the same and hard to get right.
    let before = (0..<50).map { Item("1.1", $0 % 2 == 0 ? "1.1" : "1.2") }
    let after = (0..<50).map { Item("1.1", $0 % 2 == 0 || $0 % 10 == 1 ? "1.1" : "1.2") }
    let level = try #require(try comparison(before, after).levels.first)
    #expect(abs(level.microDifference - 0.1) < 1e-12)
    let interval = try #require(level.microInterval)
    // Unpaired, the interval would reach about 0.1 ± 0.19 and hold 0.
    #expect(interval.low > 0 && interval.low < 0.1 && interval.high > 0.1 && interval.high < 0.22)
  }

  @Test func theSameTagsGiveNoChange() throws {
    let items = [Item("1.1", "1.2"), Item("T1", "T1")]
    let comparison = try comparison(items, items)
    #expect(comparison.changes.isEmpty)
    #expect(comparison.levels.allSatisfy { $0.microDifference == 0 && $0.microInterval?.high == 0 })
    #expect(comparison.codes.allSatisfy { $0.difference == 0 })
  }
}
