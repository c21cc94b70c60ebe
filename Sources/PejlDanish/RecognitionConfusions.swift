/// What letters a recogniser (OCR) takes for others, and which words a form that it gave may stand for.
///
/// The text is never changed: a form is asked what it may have been, and the caller says which of these words it looks for.
public struct RecognitionConfusions: Sendable {
  /// A word that a form may stand for.
  public struct Reading: Hashable, Sendable {
    /// The word, in small letters.
    public let word: String
    /// The binary logarithm of how much likelier it is than the form itself, by the letters alone.
    public let likelihood: Double
  }

  /// A stretch of a form and the letter that it may stand for.
  private struct Site {
    let range: Range<Int>
    let letter: Character
    let likelihood: Double
  }

  private let confusions: [(letter: Character, seen: [Character], likelihood: Double)]
  private let lost: [(letter: Character, likelihood: Double)]

  /// Shorter words are not read as others: they are too many, and too alike.
  private static let fewestLetters = 2
  private static let mostLetters = 40
  /// A letter may be missing anywhere, which makes each place the less likely.
  private static let absence = -2.0
  /// So many letters of one word may be confused.
  private static let mostConfusions = 3
  /// So many words are tried for one form.
  private static let mostTries = 160

  /// What was measured on Danish.
  public static let danish = RecognitionConfusions(PackageResources.confusions_da_txt)

  init(_ bytes: [UInt8]) {
    let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: " ") }.filter { $0.count == 3 }
    var totals: [Substring: Double] = [:]
    var frequencies: [Substring: Double] = [:]
    for row in rows {
      guard let count = Double(row[2]) else { continue }
      if row[0] == "." { frequencies[row[1]] = count } else { totals[row[0], default: 0] += count }
    }
    var confusions: [(letter: Character, seen: [Character], likelihood: Double)] = []
    var lost: [(letter: Character, likelihood: Double)] = []
    for row in rows where row[0] != "." {
      guard let letter = row[0].first, let count = Double(row[2]), let total = totals[row[0]],
        let frequency = frequencies[row[0]]
      else { continue }
      if row[1] == "-" {
        lost.append((letter, Self.logarithm(count / total) + Self.absence))
      } else {
        // By Bayes: how often the letter stands and is seen so, over how often what is seen stands itself.
        let likelihood = Self.logarithm(frequency * count / total / (frequencies[row[1]] ?? frequency))
        confusions.append((letter, Array(row[1]), likelihood))
      }
    }
    self.confusions = confusions
    self.lost = lost
  }

  /// The words that a form may stand for, likeliest first, none of them itself.
  ///
  /// - Parameters:
  ///   - form: in small letters.
  ///   - accepts: whether a word exists; asked for at most a few hundred words.
  /// - Returns: the words, each with what it takes for one to be read as the other.
  public func readings(of form: String, accepts: (String) -> Bool) -> [Reading] {
    let letters = Array(form)
    guard Self.fewestLetters...Self.mostLetters ~= letters.count else { return [] }
    let sites = self.sites(letters)
    var tries: [(sites: [Site], likelihood: Double)] = [([], 0)]
    var all: [(sites: [Site], likelihood: Double)] = []
    for _ in 0..<Self.mostConfusions {
      tries = tries.flatMap { begun in
        sites.filter { $0.range.lowerBound >= begun.sites.last?.range.upperBound ?? 0 }.map {
          (begun.sites + [$0], begun.likelihood + $0.likelihood)
        }
      }
      // The first confusion is the likeliest; more are tried as far as there is room.
      tries.sort { $0.likelihood > $1.likelihood }
      tries = Array(tries.prefix(Self.mostTries))
      all += tries
    }
    all.sort { $0.likelihood > $1.likelihood }
    var found: [Reading] = []
    for attempt in all.prefix(Self.mostTries) {
      add(Self.spelled(letters, attempt.sites), attempt.likelihood, to: &found, accepts)
    }
    if found.isEmpty {
      for (letter, likelihood) in lost {
        for place in 1..<letters.count {
          add(String(letters[..<place]) + String(letter) + String(letters[place...]), likelihood, to: &found, accepts)
        }
      }
    }
    return found
  }

  private func add(_ word: String, _ likelihood: Double, to found: inout [Reading], _ accepts: (String) -> Bool) {
    guard word.count >= Self.fewestLetters, word.allSatisfy(\.isLetter), !found.contains(where: { $0.word == word }),
      accepts(word)
    else { return }
    found.append(Reading(word: word, likelihood: likelihood))
  }

  /// Where something stands that may be another letter, by place.
  private func sites(_ letters: [Character]) -> [Site] {
    var sites: [Site] = []
    for place in letters.indices {
      for confusion in confusions where letters[place...].starts(with: confusion.seen) {
        sites.append(
          Site(
            range: place..<(place + confusion.seen.count), letter: confusion.letter, likelihood: confusion.likelihood))
      }
    }
    return sites
  }

  private static func spelled(_ letters: [Character], _ sites: [Site]) -> String {
    var result = ""
    var place = 0
    for site in sites {
      result += String(letters[place..<site.range.lowerBound]) + String(site.letter)
      place = site.range.upperBound
    }
    return result + String(letters[place...])
  }

  /// The binary logarithm, near enough to rank by.
  private static func logarithm(_ value: Double) -> Double {
    Double(value.exponent) + (value.significand - 1)
  }
}
