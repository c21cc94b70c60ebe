import PejlDuplicates
import PejlText
import TestAnswers
import Testing

@Suite struct DuplicateFinderTests {
  private func groups(_ texts: [String]) -> [TextGroup] { DuplicateFinder().groups(texts.map { TextWords($0) }) }

  @Test("copies with up to 30 % of their words changed are found, and nothing else is")
  func planted() {
    let made = PlantedCopies(count: 1_200, copied: 120, copies: 4, mostChanged: 0.3)
    let score = PairScore(groups(made.texts), origins: made.origins)
    #expect(score.recall >= 0.98, "recall \(score.recall)")
    #expect(score.precision >= 0.98, "precision \(score.precision)")
  }

  @Test("copies with more than half of their words changed are no copies any more")
  func tooFar() {
    let made = PlantedCopies(count: 300, copied: 0, copies: 0, mostChanged: 0)
    #expect(groups(made.texts).isEmpty)
  }

  @Test("capitals, marks and line ends make no difference; short texts must be equal")
  func equal() {
    let found = groups([
      "Vi støtter forslaget.", "VI STØTTER  forslaget helt", "vi støtter for-\nslaget helt!",
      "Vi støtter ikke forslaget helt.",
    ])
    #expect(found.map { $0.members.map(\.text) } == [[1, 2]])
    #expect(found.first?.members.allSatisfy(\.isExact) == true)
  }

  @Test("the typical text is the one that most have, and additions are what it lacks")
  func additions() throws {
    let shared = "Vi beder kommunen om at bevare busruten mellem de to byer og havnen."
    let longer = "Vi beder kommunen om at bevare busruten mellem de to byer og havnen. Den kører børn i skole."
    let found = groups([longer, shared, "Noget helt andet om skolens tag og dets fremtid i de kommende år.", shared])
    let group = try #require(found.first)
    #expect(found.count == 1 && group.typical == 1)
    #expect(group.members.map(\.text) == [0, 1, 3] && !group.members[0].isExact)
    let words = TextWords(longer)
    let runs = Likeness.additions(of: words, to: TextWords(shared))
    let added = runs.map { run in
      UTF8Text(longer)[TextSpan(words.spans[run.lowerBound].start, words.spans[run.upperBound - 1].end)]
    }
    #expect(added == ["Den kører børn i skole"])
  }

  @Test("in a small hearing a sender's own words do not hide what is shared")
  func ownWords() {
    let shared = (0..<80).map { "fælles\($0 % 50)" }
    let own = { (sender: Int) in (0..<20).map { "egen\(sender)x\($0)" } }
    let texts = [shared, shared + own(1), own(2) + shared].map { $0.joined(separator: " ") }
    #expect(groups(texts).map { $0.members.map(\.text) } == [[0, 1, 2]])
  }

  @Test("words in common are those of the plain table, in texts of any length", arguments: [UInt64](1...6))
  func plainTable(seed: UInt64) {
    var dice = Dice(seed)
    for _ in 0..<20 {
      let kinds = dice.number(1...40)
      let texts = (0..<2).map { _ in (0..<dice.number(1...300)).map { _ in "ord\(dice.number(1...kinds))" } }
      let (one, other) = (TextWords(texts[0].joined(separator: " ")), TextWords(texts[1].joined(separator: " ")))
      var row = [Int](repeating: 0, count: texts[1].count + 1)
      for word in texts[0] {
        var corner = 0
        for (place, candidate) in texts[1].enumerated() {
          let above = row[place + 1]
          row[place + 1] = word == candidate ? corner + 1 : max(above, row[place])
          corner = above
        }
      }
      let expected = 2 * Double(row[texts[1].count]) / Double(texts[0].count + texts[1].count)
      #expect(Likeness(one).share(with: other) == expected)
    }
  }

  @Test("of very long texts all words are called added, and none where they are the same")
  func longTexts() {
    let long = TextWords((0..<6_000).map { "ord\($0)" }.joined(separator: " "))
    #expect(Likeness.additions(of: long, to: long).isEmpty)
    #expect(Likeness.additions(of: TextWords("ord1 nyt"), to: long) == [0..<2])
  }

  @Test("a chain of small differences is not one group")
  func chain() {
    let words = (0..<60).map { "ord\($0)" }
    let texts = stride(from: 0, through: 40, by: 4).map { words[$0..<$0 + 20].joined(separator: " ") }
    let found = groups(texts)
    #expect(found.count > 1)
    for group in found {
      let typical = Likeness(TextWords(texts[group.typical]))
      for member in group.members {
        #expect(typical.share(with: TextWords(texts[member.text])) == member.likeness && member.likeness >= 0.6)
      }
    }
  }

  @Test("likeness counts words in the same order, over more than sixty-four words too")
  func likeness() {
    let words = (0..<150).map { "w\($0)" }
    let text = TextWords(words.joined(separator: " "))
    let half = TextWords(stride(from: 0, to: 150, by: 2).map { words[$0] }.joined(separator: " "))
    #expect(Likeness(text).share(with: text) == 1)
    #expect(abs(Likeness(text).share(with: half) - 150.0 / 225) < 1e-9)
    #expect(Likeness(text).share(with: TextWords(words.reversed().joined(separator: " "))) == 2.0 / 300)
  }

  @Test("what an earlier search found among other texts changes nothing", arguments: 1...8)
  func knownTexts(seed: Int) {
    var dice = Dice(UInt64(seed))
    let finder = DuplicateFinder()
    var texts = PlantedCopies(count: 120, copied: 20, copies: 4, mostChanged: 0.4).texts
    var known = FoundTexts()
    for _ in 0..<6 {
      for _ in 0..<4 {
        let place = dice.number(0...texts.count - 1)
        switch dice.number(0...2) {
        case 0: texts.remove(at: place)
        case 1: texts.append(texts[place])
        default:
          let words = texts[place].split(separator: " ")
          texts.insert(words.dropLast(words.count / 5).joined(separator: " "), at: dice.number(0...texts.count - 1))
        }
      }
      let words = texts.map { TextWords($0) }
      let (groups, found) = finder.groups(words.map(TextSketch.init), known: known) { words[$0] }
      #expect(groups == finder.groups(words))
      known = found
    }
  }
}
