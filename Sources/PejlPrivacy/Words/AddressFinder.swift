internal import PejlText

/// Finds addresses: a word for a street with a capital, a house number, and what follows of floor, postcode and town.
struct AddressFinder {
  let tokens: WordTokens
  let words: PrivacyWords
  private static let marks: Set<UInt8> = [0x2C, 0x2E]
  private static let tail = 8

  /// The addresses in order.
  func find() -> [PrivacyFinding] {
    tokens.tokens.indices.compactMap { index in
      guard index + 1 < tokens.tokens.count, tokens.tokens[index + 1].isNumber, tokens.isNear(index) else { return nil }
      return address(index)
    }
  }

  private enum Strength { case none, weak, strong }

  private func address(_ index: Int) -> PrivacyFinding? {
    let all = tokens.tokens
    let number = all[index + 1]
    guard (1...3).contains(number.end - number.start), tokens.bytes[number.start] != 0x30 else { return nil }
    let strength = strength(of: index)
    guard strength != .none, let start = beginning(index) else { return nil }
    let (end, hasPostcode) = tail(after: index + 1)
    guard strength == .strong || hasPostcode else { return nil }
    let span = TextSpan(all[start].start, end)
    return PrivacyFinding(.address, span, value: tokens.folded(span))
  }

  private func strength(of index: Int) -> Strength {
    let token = tokens.tokens[index]
    guard !token.isNumber else { return .none }
    let word = tokens.lower(token)
    let isLong = { (ending: [UInt8]) in word.count > ending.count && word.suffix(ending.count).elementsEqual(ending) }
    let hasFirst = index > 0 && tokens.tokens[index - 1].isCapital && tokens.isNear(index - 1)
    let isWhole = { (ending: [UInt8]) in hasFirst && word == ending }
    if words.streetEndings.contains(where: { isLong($0) || isWhole($0) }) { return .strong }
    if words.weakStreetEndings.contains(where: { isLong($0) || isWhole($0) }) { return .weak }
    return .none
  }

  /// The first word of the street's name: the street itself, or up to two words with a capital before it.
  private func beginning(_ index: Int) -> Int? {
    var start = index
    while start > 0, index - start < 2, tokens.tokens[start - 1].isCapital,
      tokens.isNear(start - 1, marks: [0x2D, 0x2E]), !isOpening(start - 1)
    {
      start -= 1
    }
    return tokens.tokens[start].isCapital ? start : nil
  }

  /// Whether a word is too common to be a part of a name.
  private func isOpening(_ index: Int) -> Bool { words.notNames.contains(tokens.lower(tokens.tokens[index])) }

  /// Where the address ends that has its house number at `index`, and whether a postcode stands in it.
  private func tail(after index: Int) -> (end: Int, hasPostcode: Bool) {
    let all = tokens.tokens
    var end = all[index].end
    var place = index
    let bytes = tokens.bytes
    // A letter glued to the number.
    if place + 1 < all.count, all[place + 1].start == all[place].end, all[place + 1].end - all[place + 1].start == 1 {
      place += 1
      end = all[place].end
    }
    for _ in 0..<Self.tail {
      guard place + 1 < all.count else { break }
      let next = all[place + 1]
      let between = bytes[all[place].end..<next.start]
      guard between.count <= 4, between.allSatisfy({ UTF8Text.isSpace($0) || Self.marks.contains($0) || $0 == 0x2D }),
        between.count(where: { $0 == 0x0A }) <= 1
      else { break }
      let length = next.end - next.start
      if next.isNumber, length == 4, bytes[next.start] != 0x30 {
        guard place + 2 < all.count, all[place + 2].isCapital, tokens.isNear(place + 1) else { break }
        end = all[place + 2].end
        if place + 3 < all.count, all[place + 3].isCapital, size(of: all[place + 3]) <= 2, tokens.isNear(place + 2) {
          end = all[place + 3].end
        }
        return (end, true)
      }
      guard !between.contains(0x0A) || place == index else { break }
      let isFloor = next.isNumber ? length <= 2 : length == 1 || words.floors.contains(tokens.lower(next))
      guard isFloor else {
        // A village between the street and the postcode is passed over.
        if next.isCapital { place += 1 } else { break }
        continue
      }
      place += 1
      if next.isNumber ? between.contains(0x2C) : words.floors.contains(tokens.lower(next)) { end = next.end }
    }
    return (end, false)
  }

  private func size(of token: WordTokens.Token) -> Int { token.end - token.start }
}
