internal import PejlAnalysis
internal import PejlDanish
internal import PejlTagging

/// Where in coded paragraphs each word and pair of words stands.
struct Concordance {
  /// The words at one place.
  struct Place {
    let text: Int
    let words: ClosedRange<Int>
  }

  /// A word or pair that is worth trying.
  struct Candidate {
    let term: String
    /// The paragraphs that it stands in, rising.
    let rows: [Int]
  }

  let texts: [CodedText]
  let authors: [String]
  private let places: [String: [Place]]
  private let lexicon: Lexicon

  init(_ paragraphs: [CodedParagraph], lexicon: Lexicon) {
    self.lexicon = lexicon
    texts = paragraphs.map { CodedText($0, lexicon: lexicon) }
    authors = paragraphs.map(\.author)
    let words = texts.map { $0.words(lexicon) }
    let learnable = LearnableWords(words, lexicon: lexicon)
    var places: [String: [Place]] = [:]
    for (row, passage) in words.enumerated() {
      learnable.visit(passage) { term, words in places[term, default: []].append(Place(text: row, words: words)) }
    }
    self.places = places
  }

  /// Where `term` stands, in the order of the texts; a plain word also as a part of compounds.
  func places(of term: String) -> [Place] { places[term] ?? places["~" + term] ?? [] }

  /// The texts in which `term` stands, rising.
  func rows(of term: String) -> [Int] {
    places(of: term).reduce(into: []) { rows, place in if rows.last != place.text { rows.append(place.text) } }
  }

  /// What stands in at least so many texts, by more than one author where there are several, sorted; of what stands in the
  /// same texts one speaks for all.
  func candidates(leastPassages: Int) -> [Candidate] {
    let isOneVoice = Set(authors).count < 2
    var termByRows: [[Int]: String] = [:]
    for term in places.keys.sorted() {
      let rows = rows(of: term)
      guard rows.count >= leastPassages, isOneVoice || rows.contains(where: { authors[$0] != authors[rows[0]] })
      else { continue }
      if let other = termByRows[rows], !isBetter(term, than: other) { continue }
      termByRows[rows] = term
    }
    return termByRows.map { Candidate(term: $1, rows: $0) }.sorted { $0.term < $1.term }
  }

  /// Whether `term` speaks for the texts that both stand in: it is written as the texts write it, it is one word, or of
  /// words the longer, which says more.
  ///
  /// A dictionary derives words from one another that have little in common; the form that people write is the word meant.
  private func isBetter(_ term: String, than other: String) -> Bool {
    func worth(_ term: String) -> (Int, Int, Int) {
      let isPair = term.contains(" ")
      let word = Self.word(term)
      return (isPair ? 0 : written(term, as: word), isPair ? 0 : 1, isPair ? -word.utf8.count : word.utf8.count)
    }
    return worth(other) < worth(term)
  }

  /// The term without the sign for parts of compounds.
  private static func word(_ term: String) -> String { term.hasPrefix("~") ? String(term.dropFirst()) : term }

  /// How often the texts write `term` as the very word `word`.
  private func written(_ term: String, as word: String) -> Int {
    let form = lexicon.number(ofWord: word)
    return places(of: term).count { texts[$0.text].tokens[$0.words.lowerBound].form == form }
  }

  /// Up to `count` lines of `term`: from `hits`, authors in turn, and where there are `misses` the last from them.
  func lines(_ term: String, hits: [Int], misses: [Int], count: Int, context: Int) -> [ConcordanceLine] {
    let warned = misses.isEmpty || count < 2 ? 0 : 1
    let shown = inTurn(hits).prefix(count - warned).map { ($0, true) } + misses.prefix(warned).map { ($0, false) }
    let places = places(of: term)
    return shown.compactMap { row, isHit in
      places.first { $0.text == row }.map {
        ConcordanceLine(texts[row], $0.words, context: context, isHit: isHit)
      }
    }
  }

  /// `rows` with the first of each author before the second of any.
  private func inTurn(_ rows: [Int]) -> [Int] {
    var turns: [String: Int] = [:]
    let numbered = rows.enumerated().map { place, row in
      turns[authors[row], default: 0] += 1
      return (turn: turns[authors[row]] ?? 0, place: place, row: row)
    }
    return numbered.sorted { ($0.turn, $0.place) < ($1.turn, $1.place) }.map(\.row)
  }
}
