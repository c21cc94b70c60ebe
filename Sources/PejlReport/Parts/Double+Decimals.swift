extension Double {
  /// The number with two decimals and a point, the same in every locale.
  var twoDecimals: String { decimals(2) }

  /// The number with so many decimals, one at least, and a point, the same in every locale.
  func decimals(_ digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let parts = Int((magnitude * Double(scale)).rounded())
    let fraction = String(parts % scale)
    let sign = self < 0 && parts > 0 ? "-" : ""
    return "\(sign)\(parts / scale).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
  }
}
