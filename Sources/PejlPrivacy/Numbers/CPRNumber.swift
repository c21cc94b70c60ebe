/// The ten digits of a Danish personal number: birthday, two digits a part, and a serial number of four digits.
///
/// Source: CPR-kontoret, "Personnummeret i CPR". The seventh digit tells the century; the ten digits weighed by 4, 3, 2, 7,
/// 6, 5, 4, 3, 2, 1 give a sum that 11 divides. Since 1 October 2007 numbers are also issued for which it does not.
public struct CPRNumber: Sendable, Hashable {
  /// The digits, each from 0 to 9.
  public let digits: [Int]

  /// A number of ten digits that begins with a day that exists; nil for any other.
  public init?(_ digits: [Int]) {
    guard digits.count == 10 else { return nil }
    self.digits = digits
    guard (1...12).contains(month), (1...days).contains(day) else { return nil }
  }

  private static let weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
  private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  private var day: Int { digits[0] * 10 + digits[1] }
  private var month: Int { digits[2] * 10 + digits[3] }
  private var days: Int {
    month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : Self.lengths[month - 1]
  }

  /// The year of birth, from 1858 to 2057.
  public var year: Int {
    let year = digits[4] * 10 + digits[5]
    switch digits[6] {
    case 0...3: return 1900 + year
    case 4, 9: return year <= 36 ? 2000 + year : 1900 + year
    default: return year <= 57 ? 2000 + year : 1800 + year
    }
  }

  /// Whether the number passes the check with modulus 11, as all numbers issued before 1 October 2007 do.
  public var isChecked: Bool { zip(digits, Self.weights).map { $0 * $1 }.reduce(0, +) % 11 == 0 }
}
