import Foundation
import PejlDanish
import Testing

/// How well the lexicon brings the forms of one word together and keeps two words apart, measured on pairs from a treebank.
@Suite struct ConflationTests {
  /// Two forms, and whether they are forms of one word.
  private struct Pair {
    let left: String
    let right: String
    let isSame: Bool
    /// Whether `left` is a dictionary form, which a codebook may name.
    let beginsWithLemma: Bool

    /// The pairs of `Fixtures/pairs.tsv`, whose head names their source.
    static func all() throws -> [Pair] {
      let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/pairs.tsv")
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      return lines.filter { !$0.hasPrefix("#") }.map { line in
        let fields = line.split(separator: "\t").map(String.init)
        return Pair(left: fields[0], right: fields[1], isSame: fields[2] == "1", beginsWithLemma: fields[3] == "lemma")
      }
    }
  }

  /// What a way of matching gets right and wrong.
  private struct Score: CustomStringConvertible {
    var found = 0
    var missed: [String] = []
    var wrong: [String] = []

    init(_ pairs: [Pair], matches: (String, String) -> Bool) {
      for pair in pairs {
        switch (pair.isSame, matches(pair.left, pair.right)) {
        case (true, true): found += 1
        case (true, false): missed.append("\(pair.left)/\(pair.right)")
        case (false, true): wrong.append("\(pair.left)/\(pair.right)")
        case (false, false): break
        }
      }
    }

    var precision: Double { Double(found) / Double(max(found + wrong.count, 1)) }
    var recall: Double { Double(found) / Double(max(found + missed.count, 1)) }
    var f1: Double { 2 * precision * recall / max(precision + recall, .leastNonzeroMagnitude) }

    var description: String {
      """
      precision \(precision), recall \(recall), F1 \(f1)
      missed: \(missed.joined(separator: " "))
      wrong: \(wrong.joined(separator: " "))
      """
    }
  }

  @Test("two forms match when they share a lemma: F1 of at least 0.90 on the treebank's pairs")
  func sharedLemmas() throws {
    let pairs = try Pair.all()
    #expect(pairs.count { $0.isSame } > 400 && pairs.count { !$0.isSame } > 400)
    let lexicon = try Lexicon()
    let score = Score(pairs, matches: lexicon.areInflections)
    #expect(score.f1 >= 0.90, "\(score)")
  }

  @Test("a word that a codebook names matches the forms of that word, and few others: F1 of at least 0.90")
  func namedWords() throws {
    let lexicon = try Lexicon()
    let score = Score(try Pair.all().filter(\.beginsWithLemma)) { word, form in
      let named = lexicon.namedLemmas(word)
      return lexicon.lemmas(lexicon.number(ofWord: form)).contains { named.contains($0) }
    }
    #expect(score.f1 >= 0.90, "\(score)")
  }
}
