extension Double {
  /// The number with so many digits behind the point, the same in every locale.
  func decimals(_ digits: Int) -> String {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let whole = Int((self * scale).rounded())
    let text = String(whole.magnitude)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    return (whole < 0 ? "-" : "") + padded.dropLast(digits) + "." + padded.suffix(digits)
  }

  /// The same with `+` before what is greater than 0.
  func signed(_ digits: Int) -> String {
    let text = decimals(digits)
    return (text.hasPrefix("-") || text == 0.0.decimals(digits) ? "" : "+") + text
  }
}
