/// Understands the ways in which portals write a day.
enum AnswerDate {
  /// The day `YYYY-MM-DD`, or `text` where it is not understood. A day stands before its month unless the year comes
  /// first; a bare number of 5 digits is a spreadsheet's count of days since 1899-12-30.
  static func day(_ text: String) -> String {
    let first = text.prefix { $0 != " " && $0 != "T" && $0 != "," }
    let numbers = first.split { !$0.isNumber }.compactMap { Int($0) }
    if numbers.count == 3, first.allSatisfy({ $0.isNumber || ".-/".contains($0) }) {
      let (year, month, date) =
        numbers[0] > 31 ? (numbers[0], numbers[1], numbers[2]) : (numbers[2], numbers[1], numbers[0])
      if let day = written(year < 100 ? 2000 + year : year, month, date) { return day }
    }
    if let count = Double(text), 20_000..<80_000 ~= count { return days(Int(count)) }
    return text
  }

  private static func written(_ year: Int, _ month: Int, _ date: Int) -> String? {
    guard 1900...2999 ~= year, 1...12 ~= month, 1...31 ~= date else { return nil }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(date < 10 ? "0" : "")\(date)"
  }

  /// The day that a spreadsheet counts so.
  private static func days(_ count: Int) -> String {
    var rest = count - 2
    var year = 1900
    func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
    while rest >= (isLeap(year) ? 366 : 365) {
      rest -= isLeap(year) ? 366 : 365
      year += 1
    }
    var month = 1
    for length in [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
      if rest < length { break }
      rest -= length
      month += 1
    }
    return written(year, month, rest + 1) ?? "\(count)"
  }
}
