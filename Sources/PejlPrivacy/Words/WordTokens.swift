internal import PejlText

/// The words and numbers of a text with their places.
struct WordTokens {
  /// A word or a number.
  struct Token {
    let start: Int
    let end: Int
    let isCapital: Bool
    let isNumber: Bool
  }

  let bytes: [UInt8]
  private(set) var tokens: [Token] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var place = 0
    while place < bytes.count {
      let isNumber = Letters.isDigit(bytes[place])
      guard isNumber || Letters.isLetter(bytes, place) else {
        place += 1
        continue
      }
      let start = place
      while place < bytes.count, isNumber ? Letters.isDigit(bytes[place]) : Letters.isLetter(bytes, place) {
        place += 1
      }
      tokens.append(
        Token(start: start, end: place, isCapital: !isNumber && Letters.isCapital(bytes, start), isNumber: isNumber))
    }
  }

  /// The token as it is written.
  func written(_ token: Token) -> [UInt8] { Array(bytes[token.start..<token.end]) }
  /// The token in small letters.
  func lower(_ token: Token) -> [UInt8] { Letters.lower(written(token)) }

  /// The token in small letters, those beyond ASCII spelled out as names of files have them.
  func spelled(_ token: Token) -> [UInt8] {
    let word = lower(token)
    guard word.contains(where: { $0 >= 0x80 }) else { return word }
    return Array(PlainNames.spelled(String(decoding: word, as: UTF8.self)).utf8)
  }

  /// Whether between the tokens at `index` and `index + 1` there is nothing but blanks (line ends only where allowed), or a
  /// single mark that `marks` has.
  func isNear(_ index: Int, marks: Set<UInt8> = [], lineEnds: Bool = false) -> Bool {
    guard index >= 0, index + 1 < tokens.count else { return false }
    var place = tokens[index].end
    let end = tokens[index + 1].start
    guard end - place <= 6 else { return false }
    var marksLeft = 1
    while place < end {
      let blank = Letters.space(bytes, place)
      if blank > 0 {
        if bytes[place] == 0x0A, !lineEnds { return false }
        place += blank
      } else if marks.contains(bytes[place]), marksLeft > 0 {
        marksLeft -= 1
        place += 1
      } else {
        return false
      }
    }
    return true
  }

  /// The stretch with single blanks for white space.
  func folded(_ span: TextSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
