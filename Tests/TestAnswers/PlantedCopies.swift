/// Invented passages of which some are copies of others with part of their words changed, to measure how many are found.
public struct PlantedCopies: Sendable {
  /// The passages in an order that chance gave.
  public let texts: [String]
  /// By passage: the number of the text that it was made from; passages of one number belong together.
  public let origins: [Int]

  /// The same passages each time.
  ///
  /// Words follow Zipf's law over a vocabulary of `vocabulary` words, and half of all sentences begin with one of few
  /// phrases, so that passages that do not belong together still share words.
  ///
  /// - Parameters:
  ///   - count: how many passages.
  ///   - copied: how many texts are copied.
  ///   - copies: how many copies each has.
  ///   - mostChanged: the greatest part of the words of a copy that is replaced, left out or put in, from 0 to 1; each copy
  ///     has its own part.
  ///   - vocabulary: how many words there are.
  ///   - seed: what chance begins with.
  public init(
    count: Int, copied: Int, copies: Int, mostChanged: Double, vocabulary: Int = 8_000, seed: UInt64 = 2_079
  ) {
    var dice = Dice(seed)
    let words = Self.words(vocabulary)
    let weights = Self.cumulative(vocabulary)
    var made: [(text: [Int], origin: Int)] = []
    for origin in 0..<(count - copied * copies) {
      let text = Self.passage(&dice, weights)
      made.append((text, origin))
      guard origin < copied else { continue }
      for _ in 0..<copies {
        let part = Double(dice.number(0...1_000)) / 1_000 * mostChanged
        made.append((Self.changed(text, part, &dice, weights), origin))
      }
    }
    made.shuffle(using: &dice)
    texts = made.map { passage in passage.text.map { words[$0] }.joined(separator: " ") + "." }
    origins = made.map(\.origin)
  }

  private static func words(_ count: Int) -> [String] {
    let onsets = [
      "b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "sk", "br", "kl", "tr", "gr",
    ]
    let vowels = ["a", "e", "i", "o", "u", "y", "æ", "ø", "å", "ei"]
    return (0..<count).map { number in
      var rest = number
      var word = ""
      repeat {
        word += onsets[rest % onsets.count] + vowels[rest / onsets.count % vowels.count]
        rest /= onsets.count * vowels.count
      } while rest > 0
      return word
    }
  }

  /// The sums of 1, 1/2, 1/3 …, which chance is held against.
  private static func cumulative(_ count: Int) -> [Double] {
    var sum = 0.0
    return (1...count).map { rank in
      sum += 1 / Double(rank)
      return sum
    }
  }

  private static func word(_ dice: inout Dice, _ weights: [Double]) -> Int {
    let aim = Double(dice.next() >> 11) / Double(1 << 53) * (weights.last ?? 1)
    var (low, high) = (0, weights.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if weights[middle] < aim { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// One to six sentences.
  private static func passage(_ dice: inout Dice, _ weights: [Double]) -> [Int] {
    var text: [Int] = []
    for _ in 0..<dice.number(1...6) {
      if dice.number(0...1) == 0 {
        let phrase = dice.number(0...19)
        text += (0..<5).map { 40 + phrase * 7 + $0 }
      }
      for _ in 0..<dice.number(10...18) { text.append(word(&dice, weights)) }
    }
    return text
  }

  /// `text` with so great a part of its words replaced, left out or followed by another word.
  private static func changed(_ text: [Int], _ part: Double, _ dice: inout Dice, _ weights: [Double]) -> [Int] {
    let places = Set(text.indices.shuffled(using: &dice).prefix(Int(part * Double(text.count))))
    return text.indices.flatMap { place -> [Int] in
      guard places.contains(place) else { return [text[place]] }
      switch dice.number(0...3) {
      case 0: return []
      case 1: return [text[place], word(&dice, weights)]
      default: return [word(&dice, weights)]
      }
    }
  }
}
