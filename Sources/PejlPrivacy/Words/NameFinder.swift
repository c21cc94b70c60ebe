internal import PejlText

/// Finds names of persons that stand beside a union, or near a word of health, belief, origin, politics, sexuality or crime.
struct NameFinder {
  let tokens: WordTokens
  let words: PrivacyWords
  /// So many bytes may lie between a name and a union.
  private static let unionReach = 90
  /// So many bytes may lie between a name and a sensitive word of the same sentence.
  private static let sensitiveReach = 200

  /// The findings, by name; a name has at most one of each kind.
  func find() -> [PrivacyFinding] {
    let names = names()
    guard !names.isEmpty else { return [] }
    let unions = unions()
    return names.flatMap { name -> [PrivacyFinding] in
      let value = value(name)
      var found: [PrivacyFinding] = []
      if let union = nearest(unions, to: name.span, within: Self.unionReach, breaks: 2) {
        found.append(PrivacyFinding(.union, name.span, value: value, beside: union))
      }
      if let word = sensitive(near: name) {
        found.append(PrivacyFinding(.sensitive, name.span, value: value, beside: word))
      }
      return found
    }
  }

  private struct Name {
    let span: TextSpan
    let first: Int
    let last: Int
  }

  /// First names of the list with the words with a capital after them, and two words of which the second ends as surnames do.
  private func names() -> [Name] {
    let all = tokens.tokens
    var result: [Name] = []
    var index = 0
    while index < all.count {
      guard all[index].isCapital, !words.notNames.contains(tokens.lower(all[index])) else {
        index += 1
        continue
      }
      let isListed = isFirstName(index)
      var last = index
      var next = index + 1
      while !isGenitive(index), next < all.count, next - index < 5,
        tokens.isNear(next - 1, marks: marks(after: next - 1)), isPart(next)
      {
        if all[next].isCapital { last = next }
        next += 1
      }
      // What stands before a first name is a title or the beginning of a sentence.
      let isTitle =
        !isListed && !hasSurname(index) && index < last
        && (index + 1...last).contains { isFirstName($0) }
      if isListed || !isTitle && last > index && hasSurname(last) && last - index <= 2 {
        result.append(Name(span: TextSpan(all[index].start, all[last].end), first: index, last: last))
        index = last + 1
      } else {
        index += 1
      }
    }
    return result
  }

  /// What may stand after a part of a name: a hyphen, and the full stop of an initial.
  private func marks(after index: Int) -> Set<UInt8> {
    let isInitial = tokens.lower(tokens.tokens[index]).count == 1
    return isInitial ? [0x2D, 0x2E] : [0x2D]
  }

  private func isPart(_ index: Int) -> Bool {
    let token = tokens.tokens[index]
    if token.isNumber { return false }
    let word = tokens.lower(token)
    if !token.isCapital { return words.particles.contains(word) }
    return !words.notNames.contains(word) && words.unions[tokens.written(token)] == nil
  }

  private func isFirstName(_ index: Int) -> Bool {
    words.firstNames.contains(tokens.lower(tokens.tokens[index])) || isGenitive(index)
  }

  /// Whether the word is a first name of the list in the genitive.
  private func isGenitive(_ index: Int) -> Bool {
    let word = tokens.lower(tokens.tokens[index])
    return !words.firstNames.contains(word) && words.stem(word).map(words.firstNames.contains) == true
  }

  private func hasSurname(_ index: Int) -> Bool {
    let word = tokens.lower(tokens.tokens[index])
    return isSurname(word) || words.stem(word).map(isSurname) == true
  }

  private func isSurname(_ word: [UInt8]) -> Bool {
    words.surnameEndings.contains { word.count > $0.count + 1 && word.suffix($0.count).elementsEqual($0) }
  }

  /// The name as it is without the genitive, as far as its last word tells: a surname ends as surnames do.
  private func value(_ name: Name) -> String {
    let word = tokens.lower(tokens.tokens[name.last])
    guard let stem = words.stem(word), isGenitive(name.last) || !isSurname(word) && isSurname(stem) else {
      return tokens.folded(name.span)
    }
    return tokens.folded(TextSpan(name.span.start, name.span.end - (word.count - stem.count)))
  }

  private func unions() -> [TextSpan] {
    let all = tokens.tokens
    var result: [TextSpan] = []
    for index in all.indices {
      // 3F is a number and a letter.
      if all[index].isNumber {
        guard index + 1 < all.count, all[index].end == all[index + 1].start else { continue }
        let joined = Array(tokens.bytes[all[index].start..<all[index + 1].end])
        if words.unions[joined] != nil || words.stem(joined).map({ words.unions[$0] != nil }) == true {
          result.append(TextSpan(all[index].start, all[index + 1].end))
        }
        continue
      }
      if words.unionWords.contains(tokens.lower(all[index])) {
        result.append(TextSpan(all[index].start, all[index].end))
      } else if let phrases = words.unions[tokens.written(all[index])] ?? ofGenitive(index) {
        let found = phrases.first { stands($0, at: index) }
        if let found { result.append(TextSpan(all[index].start, all[index + found.words.count - 1].end)) }
      }
    }
    return result
  }

  /// The unions whose name is a single word, which stands at `index` in the genitive.
  private func ofGenitive(_ index: Int) -> [PrivacyWords.Phrase]? {
    words.stem(tokens.written(tokens.tokens[index])).flatMap { words.unions[$0] }
  }

  /// Whether the words of `phrase` stand at `index`, the last of them in the genitive or not.
  private func stands(_ phrase: PrivacyWords.Phrase, at index: Int) -> Bool {
    let all = tokens.tokens
    return phrase.words.enumerated().allSatisfy { offset, word in
      guard index + offset < all.count else { return false }
      let written = tokens.written(all[index + offset])
      let isWord = written == word || offset == phrase.words.count - 1 && words.stem(written) == word
      return isWord && (offset == 0 || tokens.isNear(index + offset - 1, marks: [0x2D], lineEnds: true))
    }
  }

  /// The stretch of `spans` that lies nearest to `name`, within `reach` bytes and with fewer than `breaks` line ends between.
  private func nearest(_ spans: [TextSpan], to name: TextSpan, within reach: Int, breaks: Int) -> TextSpan? {
    spans.filter { span in
      !span.overlaps(name) && distance(span, name) <= reach && lineEnds(span, name) < breaks
    }.min { (distance($0, name), $0) < (distance($1, name), $1) }
  }

  private func distance(_ left: TextSpan, _ right: TextSpan) -> Int {
    left.start < right.start ? right.start - left.end : left.start - right.end
  }

  private func lineEnds(_ left: TextSpan, _ right: TextSpan) -> Int {
    let range = left.start < right.start ? left.end..<right.start : right.end..<left.start
    return tokens.bytes[range].count { $0 == 0x0A }
  }

  /// The sensitive word nearest to the name in its sentence.
  private func sensitive(near name: Name) -> TextSpan? {
    let all = tokens.tokens
    var index = name.last + 1
    while index < all.count, all[index].start - name.span.end <= Self.sensitiveReach, !endsSentence(before: index) {
      if isSensitive(index) { return TextSpan(all[index].start, all[index].end) }
      index += 1
    }
    index = name.first - 1
    while index >= 0, name.span.start - all[index].end <= Self.sensitiveReach, !endsSentence(before: index + 1) {
      if isSensitive(index) { return TextSpan(all[index].start, all[index].end) }
      index -= 1
    }
    return nil
  }

  private func isSensitive(_ index: Int) -> Bool {
    !tokens.tokens[index].isNumber && words.sensitive.contains(tokens.lower(tokens.tokens[index]))
  }

  /// Whether a sentence or paragraph ends right before the token at `index`.
  private func endsSentence(before index: Int) -> Bool {
    let all = tokens.tokens
    let between = tokens.bytes[all[index - 1].end..<all[index].start]
    if between.contains(where: { $0 == 0x21 || $0 == 0x3F }) || between.count(where: { $0 == 0x0A }) > 1 { return true }
    guard let stop = between.firstIndex(of: 0x2E), stop + 1 < all[index].start else { return false }
    // A full stop after a short word is one of an abbreviation.
    return all[index].isCapital && all[index - 1].end - all[index - 1].start > 1
  }
}
