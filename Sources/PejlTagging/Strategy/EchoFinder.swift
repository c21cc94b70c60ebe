internal import PejlDanish

/// Finds runs of words of a text that stand in the strategy too, with small changes: a word put in, left out or replaced
/// between words that agree, other inflections, other hyphens, compounds written apart.
///
/// Three words in a row are looked up in a table of the strategy, and a run grows from there, so the cost is linear in both.
/// Not thread-safe; each worker has its own.
final class EchoFinder {
  /// A stretch of a text that is a run of the strategy.
  struct Run {
    /// The first and the last word.
    let words: ClosedRange<Int>
    /// The words that agree with the strategy, rising, with the code under which they stand there, and whether they belong
    /// to a sentence of the strategy of which the run holds the greater part.
    let agreeing: [(word: Int, code: String?, isInSentence: Bool)]
  }

  /// So many words must agree.
  private static let shortest = 6
  /// So many different words of them must have five letters or more: small words come together by chance.
  private static let fewestLong = 2
  /// So many words must agree behind a change, fewer where the text ends.
  private static let anchor = 3
  /// A word replaced, put in, left out: how many words of the text and of the strategy it takes.
  private static let changes = [(1, 1), (1, 0), (0, 1)]
  /// Of a seed that stands in more places, only the first are tried.
  private static let mostPlaces = 64
  /// The part of a sentence of the strategy that a run must hold to quote the sentence.
  private static let sentenceShare = 0.8

  private let words: [StrategyWord]
  private let matcher: WordAgreement
  private var seeds: [Seed: [Int]] = [:]
  private var sentenceSizes: [Int: Int] = [:]

  private struct Seed: Hashable {
    let first: Int
    let second: Int
    let third: Int
  }

  init(_ words: [StrategyWord], lexicon: Lexicon) {
    self.words = words
    matcher = WordAgreement(lexicon)
    for word in words where word.form >= 0 { sentenceSizes[word.sentence, default: 0] += 1 }
    let keys = words.map { $0.form < 0 ? -1 : matcher.key($0.form) }
    for place in keys.indices.dropLast(2) {
      guard !keys[place...(place + 2)].contains(-1) else { continue }
      let seed = Seed(first: keys[place], second: keys[place + 1], third: keys[place + 2])
      if seeds[seed, default: []].count < Self.mostPlaces { seeds[seed, default: []].append(place) }
    }
  }

  /// The runs in a text whose words have `forms`, in order; each begins behind the end of the one before.
  func runs(in forms: [Int]) -> [Run] {
    let keys = forms.map(matcher.key)
    var runs: [Run] = []
    var start = 0
    var floor = 0
    while start + 2 < keys.count {
      let seed = Seed(first: keys[start], second: keys[start + 1], third: keys[start + 2])
      var best: [(own: Int, other: Int)] = []
      for place in seeds[seed] ?? [] {
        let pairs = pairs(forms, from: start, place, floor: floor)
        if pairs.count > best.count { best = pairs }
      }
      guard best.count >= Self.shortest, let last = best.last?.own else {
        start += 1
        continue
      }
      if Set(best.map { keys[$0.own] }.filter(matcher.isLong)).count >= Self.fewestLong { runs.append(run(best)) }
      start = last + 1
      floor = start
    }
    return runs
  }

  /// The words that agree in the run that holds the seed at `own` and `other`.
  private func pairs(_ forms: [Int], from own: Int, _ other: Int, floor: Int) -> [(own: Int, other: Int)] {
    var before: [(own: Int, other: Int)] = []
    var (left, right) = (own - 1, other - 1)
    while left >= floor, right >= 0 {
      if agree(forms, left, right) {
        before.append((left, right))
        left -= 1
        right -= 1
      } else if let parts = split(forms, left, right, step: -1, floor: floor) {
        before += parts
        left = parts[parts.count - 1].own - 1
        right = parts[parts.count - 1].other - 1
      } else if let (own, other) = Self.changes.first(where: {
        isAnchor(forms, left - $0.0, right - $0.1, step: -1, floor: floor)
      }) {
        left -= own
        right -= other
      } else {
        break
      }
    }
    var pairs = Array(before.reversed())
    (left, right) = (own, other)
    while left < forms.count, right < words.count {
      if agree(forms, left, right) {
        pairs.append((left, right))
        left += 1
        right += 1
      } else if let parts = split(forms, left, right) {
        pairs += parts
        left = parts[parts.count - 1].own + 1
        right = parts[parts.count - 1].other + 1
      } else if let (own, other) = Self.changes.first(where: { isAnchor(forms, left + $0.0, right + $0.1) }) {
        left += own
        right += other
      } else {
        break
      }
    }
    return pairs
  }

  /// Whether the words from there on, or back from there, agree, so that what lies before them is a small change.
  private func isAnchor(_ forms: [Int], _ own: Int, _ other: Int, step: Int = 1, floor: Int = 0) -> Bool {
    var (left, right, count) = (own, other, 0)
    while count < Self.anchor, left >= floor, left < forms.count, words.indices.contains(right), words[right].form >= 0
    {
      guard agree(forms, left, right) else { return false }
      left += step
      right += step
      count += 1
    }
    return count >= 2
  }

  private func agree(_ forms: [Int], _ own: Int, _ other: Int) -> Bool {
    words[other].form >= 0 && matcher.agree(forms[own], words[other].form)
  }

  /// Two words from there on, or back from there, that are one in the other text.
  private func split(
    _ forms: [Int], _ own: Int, _ other: Int, step: Int = 1, floor: Int = 0
  ) -> [(own: Int, other: Int)]? {
    guard words[other].form >= 0 else { return nil }
    let (nextOwn, nextOther) = (own + step, other + step)
    if nextOwn >= floor, nextOwn < forms.count,
      matcher.joins(forms[min(own, nextOwn)], forms[max(own, nextOwn)], words[other].form)
    {
      return [(own, other), (nextOwn, other)]
    }
    guard words.indices.contains(nextOther), words[nextOther].form >= 0,
      matcher.joins(words[min(other, nextOther)].form, words[max(other, nextOther)].form, forms[own])
    else { return nil }
    return [(own, nextOther)]
  }

  private func run(_ pairs: [(own: Int, other: Int)]) -> Run {
    var held: [Int: Int] = [:]
    for pair in pairs { held[words[pair.other].sentence, default: 0] += 1 }
    let whole = Set(
      held.filter { sentence, count in
        count >= Self.shortest && Double(count) >= Self.sentenceShare * Double(sentenceSizes[sentence] ?? .max)
      }.keys)
    return Run(
      words: pairs[0].own...pairs[pairs.count - 1].own,
      agreeing: pairs.map { pair in
        (pair.own, words[pair.other].code, whole.contains(words[pair.other].sentence))
      })
  }
}
