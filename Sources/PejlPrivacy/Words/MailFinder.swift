internal import PejlText

/// Finds mail addresses (RFC 5321 without quoted local parts), also with a blank or a line end beside the sign, and with the
/// sign or the full stop written as a word in brackets.
struct MailFinder {
  let bytes: [UInt8]
  let words: PrivacyWords
  private static let localLimit = 64
  private static let markLimit = 14

  /// The addresses in order, none over another.
  func find() -> [PrivacyFinding] {
    var result: [PrivacyFinding] = []
    var place = 0
    while place < bytes.count {
      if let sign = sign(at: place), let found = address(around: sign) {
        if result.last.map({ !$0.span.overlaps(found.span) }) ?? true { result.append(found) }
        place = found.span.end
      } else {
        place += 1
      }
    }
    return result
  }

  /// The stretch of the sign that begins at `place`: `@`, or a word for it in brackets.
  private func sign(at place: Int) -> TextSpan? {
    if bytes[place] == 0x40 { return TextSpan(place, place + 1) }
    if bytes[place] == 0xEF, bytes[place...].starts(with: [0xEF, 0xBC, 0xA0]) { return TextSpan(place, place + 3) }
    return bracketed(at: place, words.at)
  }

  /// The stretch of a word of `list` in brackets that begins at `place`.
  private func bracketed(at place: Int, _ list: PrivacyWords.List) -> TextSpan? {
    let closing: UInt8
    switch bytes[place] {
    case 0x28: closing = 0x29
    case 0x5B: closing = 0x5D
    case 0x7B: closing = 0x7D
    default: return nil
    }
    guard let end = bytes[place...].prefix(Self.markLimit).firstIndex(of: closing) else { return nil }
    let word = Letters.lower(bytes[place + 1..<end].filter { $0 != 0x20 })
    return list.contains(word) ? TextSpan(place, end + 1) : nil
  }

  private func address(around sign: TextSpan) -> PrivacyFinding? {
    var start = sign.start
    if start > 0, Letters.space(bytes, start - 1) == 1 { start -= 1 }
    let localEnd = start
    while start > 0, localEnd - start < Self.localLimit, isLocal(start - 1) { start -= 1 }
    while start < localEnd, bytes[start] == 0x2E || bytes[start] == 0x2D { start += 1 }
    guard start < localEnd else { return nil }
    var place = sign.end
    if place < bytes.count, Letters.space(bytes, place) == 1 { place += 1 }
    var value = Letters.lower(Array(bytes[start..<localEnd])) + [0x40]
    var hasDot = false
    var end = place
    var top = 0
    while place < bytes.count {
      if isDomain(place) {
        value.append(bytes[place])
        top = Letters.isLetter(bytes, place) ? top + 1 : 0
        place += 1
        end = place
      } else if top > 0 || value.last != 0x2E, let dot = dot(at: place) {
        guard dot.end < bytes.count, isDomain(dot.end), value.last != 0x40 else { break }
        value.append(0x2E)
        hasDot = true
        top = 0
        place = dot.end
      } else {
        break
      }
    }
    while let last = value.last, last == 0x2D || last == 0x2E {
      value.removeLast()
      end -= 1
    }
    guard hasDot, top >= 2 else { return nil }
    return PrivacyFinding(.email, TextSpan(start, end), value: String(decoding: Letters.lower(value), as: UTF8.self))
  }

  /// The full stop that begins at `place`, or a word for it in brackets with blanks around.
  private func dot(at place: Int) -> TextSpan? {
    if bytes[place] == 0x2E { return TextSpan(place, place + 1) }
    var start = place
    if bytes[start] == 0x20, start + 1 < bytes.count { start += 1 }
    guard let word = bracketed(at: start, words.dot) else { return nil }
    let end = word.end
    return TextSpan(place, end < bytes.count && bytes[end] == 0x20 ? end + 1 : end)
  }

  private func isLocal(_ place: Int) -> Bool {
    let byte = bytes[place]
    return Letters.isDigit(byte) || Letters.isLetter(bytes, place)
      || [0x2E, 0x5F, 0x2D, 0x2B, 0x25, 0x26, 0x27, 0x23, 0x21].contains(byte)
  }

  private func isDomain(_ place: Int) -> Bool {
    Letters.isDigit(bytes[place]) || Letters.isLetter(bytes, place) || bytes[place] == 0x2D
  }
}
