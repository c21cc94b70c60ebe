internal import PejlText

/// Where a condition holds.
struct Match: Hashable {
  /// The first and the last word, as places in the tokens.
  var words: ClosedRange<Int>
  /// The sentence; -1 when it spans several.
  var sentence: Int
  /// The first of the words that matched, in bytes of the text.
  let head: TextSpan
  /// The others, rising. Most matches have none, and then cost no memory of their own.
  let tail: [TextSpan]

  init(words: ClosedRange<Int>, sentence: Int, evidence head: TextSpan, _ tail: [TextSpan] = []) {
    self.words = words
    self.sentence = sentence
    self.head = head
    self.tail = tail
  }

  /// The words that matched, in bytes of the text.
  var evidence: [TextSpan] { [head] + tail }

  /// Whether a word is evidence for both.
  func sharesWords(with other: Match) -> Bool {
    words.overlaps(other.words) && has { own in other.has { own.overlaps($0) } }
  }

  /// Whether one of the words satisfies `condition`.
  func has(_ condition: (TextSpan) -> Bool) -> Bool { condition(head) || tail.contains(where: condition) }
}

extension TextSpan {
  /// The words of all `matches`, rising, those that overlap joined.
  static func merged(_ matches: [Match]) -> [TextSpan] {
    if matches.count == 1, matches[0].tail.isEmpty { return [matches[0].head] }
    var all: [TextSpan] = []
    all.reserveCapacity(matches.count)
    for match in matches {
      all.append(match.head)
      all += match.tail
    }
    return merged(all)
  }
}
