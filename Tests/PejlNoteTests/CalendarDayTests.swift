import Testing
@testable import PejlNote

@Suite struct CalendarDayTests {
  @Test("days between dates are counted over months and leap years")
  func days() throws {
    let pairs = [("2023-11-06", "2023-12-04", 28), ("2024-02-28", "2024-03-01", 2), ("2023-12-31", "2024-01-01", 1)]
    for (start, end, days) in pairs {
      let first = try #require(CalendarDay(start))
      let last = try #require(CalendarDay(end))
      #expect(last.number - first.number == days)
    }
    #expect(CalendarDay("2023") == nil && CalendarDay("i morgen") == nil && CalendarDay("2023-13-01") == nil)
  }
}
