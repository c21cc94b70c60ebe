extension Double {
  /// The number with two decimals and a point, the same in every locale.
  var twoDecimals: String {
    let hundredths = Int((magnitude * 100).rounded())
    let fraction = String(hundredths % 100)
    let sign = self < 0 && hundredths > 0 ? "-" : ""
    return "\(sign)\(hundredths / 100).\(fraction.count == 1 ? "0" : "")\(fraction)"
  }
}
