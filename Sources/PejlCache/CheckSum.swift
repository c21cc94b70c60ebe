/// A sum by which damage to a file shows.
package enum CheckSum {
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The sum over `bytes` from the place `start` on; four sums run side by side, since one would wait for itself.
  package static func of(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
    var sums = SIMD4<UInt64>(1, 2, 3, 4)
    var place = start
    while place + 32 <= bytes.count {
      sums = (sums ^ bytes.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self)) &* factor
      sums ^= sums &>> 29
      place += 32
    }
    var sum = UInt64(bytes.count)
    for lane in 0..<4 { sum = mix(sum ^ sums[lane]) }
    while place < bytes.count {
      sum = mix(sum ^ UInt64(bytes[place]))
      place += 1
    }
    return sum
  }

  private static func mix(_ sum: UInt64) -> UInt64 {
    let product = sum &* factor
    return product ^ product >> 29
  }
}
