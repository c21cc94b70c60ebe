/// Looks at the words before and after a number.
struct Surroundings {
  let bytes: [UInt8]
  let words: PrivacyWords
  /// So many bytes before a number may say what it is.
  private static let reach = 36
  /// So many words before it.
  private static let count = 4

  /// Whether one of the words shortly before `place` is in `list`. A full stop between is passed over, a line end only when
  /// nothing else stands on the number's line; another number ends the look.
  func isNamed(_ place: Int, by list: PrivacyWords.List, words limit: Int = count) -> Bool {
    var end = place
    let low = max(0, place - Self.reach)
    var seen = 0
    while seen < limit {
      while end > low, !isWordByte(end - 1) {
        if Letters.isDigit(bytes[end - 1]) { return false }
        end -= 1
      }
      guard end > low else { return false }
      var start = end
      while start > 0, isWordByte(start - 1) || bytes[start - 1] == 0x2D && start > 1 && isWordByte(start - 2) {
        start -= 1
      }
      let word = Letters.lower(Array(bytes[start..<end]))
      if list.contains(word) { return true }
      // A compound written with a hyphen counts by its parts too.
      if word.split(separator: 0x2D).contains(where: { list.contains(Array($0)) }) { return true }
      end = start
      seen += 1
    }
    return false
  }

  /// Whether the word right after `place` is in `list`, with at most one blank and one full stop or comma between.
  func isFollowed(_ place: Int, by list: PrivacyWords.List) -> Bool {
    var start = place
    if start < bytes.count, bytes[start] == 0x2C, start + 1 < bytes.count, bytes[start + 1] == 0x2D { return true }
    while start < bytes.count, start < place + 3 {
      let blank = Letters.space(bytes, start)
      guard blank > 0 else { break }
      start += blank
    }
    guard start < bytes.count else { return false }
    if bytes[start] == 0x25 { return true }
    var end = start
    while end < bytes.count, isWordByte(end) || bytes[end] == 0x2E && end + 1 < bytes.count && isWordByte(end + 1) {
      end += 1
    }
    return end > start && list.contains(Letters.lower(Array(bytes[start..<end])))
  }

  private func isWordByte(_ place: Int) -> Bool { Letters.isLetter(bytes, place) }
}
