import PejlCodebook
import PejlDanish
import PejlText
import TestAnswers
import Testing

@testable import PejlTagging

/// What the index finds is what a search of each term at each word finds.
@Suite struct ScannerTests {
  private static let words = ["ka", "ki", "ko", "ku", "ke", "ky"]

  @Test("words, pairs and phrases with gaps are found where a plain search finds them", arguments: [UInt64](1...8))
  func plainSearch(seed: UInt64) throws {
    var dice = Dice(seed)
    let terms = (0..<40).map { _ in Self.term(&dice) }
    let any = terms.map { "<any>\(Self.source($0))</any>" }
    let book = try Book(
      any.enumerated().map { Book.ruleXML("r\($0)", "1.1", $1) }.joined())
    let scanner = Scanner(book.compiled, lexicon: book.lexicon)
    for _ in 0..<20 {
      let sentences = (0..<3).map { _ in (0..<12).map { _ in Self.words.randomElement(using: &dice) ?? "ka" } }
      let text = UTF8Text(sentences.map { "Ny \($0.joined(separator: " "))." }.joined(separator: " "))
      let scan = scanner.scan(text, text.span)
      #expect(scan.text.sentences.count == sentences.count)
      for (number, term) in terms.enumerated() {
        guard case .any(let set) = book.compiled.rules[number].node else { throw Failure() }
        let found = scan.matches(set).map(\.words)
        #expect(found == Self.search(term, sentences.map { ["ny"] + $0 }), "\(Self.source(term)) in \(text.string)")
      }
    }
  }

  @Test("of matches within one another the longest stay, as in a plain comparison", arguments: [UInt64](1...8))
  func hitLists(seed: UInt64) {
    var dice = Dice(seed)
    var lists = HitLists(sets: 4)
    for _ in 0..<50 {
      var hits: [(set: Int32, range: ClosedRange<Int32>)] = []
      for first in Int32(0)..<12 {
        for _ in 0..<Int.random(in: 0...3, using: &dice) {
          hits.append((Int32.random(in: 0..<4, using: &dice), first...first + Int32.random(in: 0...4, using: &dice)))
        }
      }
      for hit in hits { lists.add(hit.set, Int(hit.range.lowerBound), Int(hit.range.upperBound)) }
      let found = lists.finish()
      #expect(found.sets == Set(hits.map(\.set)).sorted())
      for (place, set) in found.sets.enumerated() {
        let own = Set(hits.filter { $0.set == set }.map(\.range))
        let longest = own.filter { range in
          !own.contains { $0 != range && $0.lowerBound <= range.lowerBound && $0.upperBound >= range.upperBound }
        }
        let bounds = Int(found.bounds[place])..<Int(found.bounds[place + 1])
        #expect(Array(found.words[bounds]) == longest.sorted { $0.lowerBound < $1.lowerBound })
      }
    }
  }

  @Test("a table of pairs says of each pair what was set last")
  func pairs() {
    var dice = Dice(7)
    var table = PairTable()
    var plain: [[Int]: Int32] = [:]
    for value in Int32(0)..<5000 {
      let pair = [Int.random(in: 0..<60, using: &dice), Int.random(in: 0..<60, using: &dice)]
      table.set(pair[0], pair[1], value)
      plain[pair] = value
    }
    for first in 0..<60 { for second in 0..<60 { #expect(table[first, second] == plain[[first, second]]) } }
  }

  private struct Failure: Error {}

  /// A word with the alternatives that it may be, and the most words that may stand before it.
  private typealias Step = (gap: Int, words: [String])

  private static func term(_ dice: inout Dice) -> [Step] {
    (0..<Int.random(in: 1...4, using: &dice)).map { step in
      let alternatives = words.shuffled(using: &dice).prefix(Int.random(in: 1...2, using: &dice))
      return (step == 0 ? 0 : Int.random(in: 0...2, using: &dice), Array(alternatives))
    }
  }

  private static func source(_ term: [Step]) -> String {
    term.map { step in
      (step.gap > 0 ? "…\(step.gap) " : "") + step.words.map { "=\($0)" }.joined(separator: "|")
    }.joined(separator: " ")
  }

  /// Where the term stands, at each word the nearest end, without what lies in another.
  private static func search(_ term: [Step], _ sentences: [[String]]) -> [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    var start = 0
    for sentence in sentences {
      func end(_ step: Int, behind last: Int) -> Int? {
        if step == term.count { return last }
        for place in (last + 1)...(last + 1 + term[step].gap) where place < sentence.count {
          if term[step].words.contains(sentence[place]), let end = end(step + 1, behind: place) { return end }
        }
        return nil
      }
      for first in sentence.indices where term[0].words.contains(sentence[first]) {
        if let last = end(1, behind: first) { found.append(start + first...start + last) }
      }
      start += sentence.count
    }
    return found.filter { range in
      !found.contains { $0 != range && $0.lowerBound <= range.lowerBound && $0.upperBound >= range.upperBound }
    }
  }
}
