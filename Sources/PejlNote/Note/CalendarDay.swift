/// A day of the Gregorian calendar.
struct CalendarDay: Hashable {
  /// The days since 1 March of the year 0.
  let number: Int

  /// The day written `YYYY-MM-DD`, or nil when the text is none.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], (1...12).contains(month),
      (1...31).contains(day), year >= 0
    else { return nil }
    // Years begin in March here, so that the leap day is the last of a year (Howard Hinnant, "chrono-compatible
    // low-level date algorithms").
    let shifted = month > 2 ? year : year - 1
    let days = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    number = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + days
  }
}
