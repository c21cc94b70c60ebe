extension Double {
  /// The number with two decimals and a point, the same in every locale.
  var twoDecimals: String { decimals(2) }

  /// The number with so many decimals, one at least, and a point, the same in every locale.
  func decimals(_ digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let parts = Int((magnitude * Double(scale)).rounded())
    // From the last digit on; an Int has at most nineteen.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: digits + 24) { text in
      var start = text.count
      func put(_ byte: UInt8) {
        start -= 1
        text[start] = byte
      }
      var rest = parts
      var place = 0
      while place <= digits || rest > 0 {
        if place == digits { put(UInt8(ascii: ".")) }
        put(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
        place += 1
      }
      if self < 0, parts > 0 { put(UInt8(ascii: "-")) }
      return String(decoding: UnsafeBufferPointer(rebasing: text[start...]), as: UTF8.self)
    }
  }
}
