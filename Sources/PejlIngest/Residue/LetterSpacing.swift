internal import PejlDanish
internal import PejlText

/// Puts words together whose letters stand apart, as headings are set.
struct LetterSpacing {
  let lexicon: Lexicon

  /// Longer rows of letters are no headings.
  private static let mostLetters = 60
  /// Shorter words on the average are letters of a list that happen to make words.
  private static let meanLetters = 4

  /// What to take away so that the letters of each of `places` make words; nothing where they make none.
  func edits(_ places: [TextSpan], _ text: UTF8Text) -> [Document.Edit] {
    places.flatMap { place -> [Document.Edit] in
      let letters = Array(text[place].filter { $0 != " " })
      guard letters.count <= Self.mostLetters, let lengths = words(letters),
        letters.count >= lengths.count * Self.meanLetters
      else { return [] }
      var ends: Set<Int> = []
      var end = 0
      for length in lengths {
        end += length
        ends.insert(end)
      }
      var edits: [Document.Edit] = []
      var count = 0
      for offset in place.range {
        let byte = text.bytes[offset]
        if byte == 0x20 {
          if !ends.contains(count) { edits.append(Document.Edit(TextSpan(offset, offset + 1), "")) }
        } else if byte & 0xC0 != 0x80 {
          count += 1
        }
      }
      return edits
    }
  }

  /// The lengths of the fewest words that the letters make, the longer first where there is a choice; nil for none.
  private func words(_ letters: [Character]) -> [Int]? {
    var best: [[Int]?] = [[]]
    for end in 1...letters.count {
      var found: [Int]?
      for start in 0..<end {
        guard let before = best[start], found.map({ before.count + 1 < $0.count }) ?? true else { continue }
        let length = end - start
        guard length > 1 || end == letters.count && start > 0 else { continue }
        if length > 1, lexicon.knows(String(letters[start..<end]).lowercased()) { found = before + [length] }
      }
      best.append(found)
    }
    return best[letters.count]
  }
}
