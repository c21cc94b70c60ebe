internal import PejlCodebook
internal import PejlDanish
public import PejlDuplicates
public import PejlHearing
internal import PejlSegment
public import PejlTagging
internal import PejlText

/// What the figures of a whole hearing need of one response: all of it but the words.
public struct ResponseDigest: Sendable, Hashable {
  /// A tag on a passage that counts.
  public struct Entry: Sendable, Hashable {
    /// The place of the code in ``CodePlaces``.
    public let code: Int
    /// The place in the response's passages.
    public let passage: Int
    /// The place in the passage's tags.
    public let tag: Int
    /// What the tag rests on.
    public let basis: Tag.Basis
    /// The tag's score.
    public let score: Double
    /// The codes of the facet `stance` on the same passage.
    public let stances: [String]

    /// An entry.
    public init(code: Int, passage: Int, tag: Int, basis: Tag.Basis, score: Double, stances: [String]) {
      self.code = code
      self.passage = passage
      self.tag = tag
      self.basis = basis
      self.score = score
      self.stances = stances
    }
  }

  /// A passage that counts.
  public struct Counted: Sendable, Hashable {
    /// The place in the response's passages.
    public let passage: Int
    /// The codes of the facet `stance` on it.
    public let stances: [String]
    /// By what it is found among passages that say the same.
    public let sketch: TextSketch

    /// A passage.
    public init(passage: Int, stances: [String], sketch: TextSketch) {
      self.passage = passage
      self.stances = stances
      self.sketch = sketch
    }
  }

  /// How many passages touch a code of the strategy.
  public struct Touch: Sendable, Hashable {
    /// The place of the code in ``CodePlaces``.
    public let code: Int
    /// The passages; a guidepost counts those of its objectives too, each passage once.
    public let passages: Int

    /// A count.
    public init(code: Int, passages: Int) {
      self.code = code
      self.passages = passages
    }
  }

  /// The identifier of the response.
  public let id: String
  /// The name of its file.
  public let file: String
  /// The SHA-256 of its file.
  public let sha256: String
  /// The name of the format.
  public let format: String
  /// Who it is from.
  public let respondent: RespondentMatch
  /// The document of the case that it is.
  public let annex: Hearing.Annex?
  /// What became of its passages.
  public let account: Account
  /// Whether every character lies in exactly one passage.
  public let isComplete: Bool
  /// Whether a person decided that it is no answer to the hearing.
  public let isNoAnswer: Bool
  /// Whether its text was recognised so badly that a person must look at it.
  public let isNoisy: Bool
  /// The identifiers of its passages, in order.
  public let passages: [String]
  /// The tags of strategy, theme and stance on passages that count, in the order of the text.
  public let entries: [Entry]
  /// The codes of the strategy that are touched, rising.
  public let touches: [Touch]
  /// The places of the passages that count and have no tag of the strategy.
  public let outside: [Int]
  /// The passages that count, in order.
  public let counted: [Counted]
  /// A hash of all their words in order.
  public let wording: UInt64

  /// A digest of known parts.
  public init(
    id: String, file: String, sha256: String, format: String, respondent: RespondentMatch, annex: Hearing.Annex?,
    account: Account, isComplete: Bool, isNoAnswer: Bool, isNoisy: Bool, passages: [String], entries: [Entry],
    touches: [Touch], outside: [Int], counted: [Counted], wording: UInt64
  ) {
    self.id = id
    self.file = file
    self.sha256 = sha256
    self.format = format
    self.respondent = respondent
    self.annex = annex
    self.account = account
    self.isComplete = isComplete
    self.isNoAnswer = isNoAnswer
    self.isNoisy = isNoisy
    self.passages = passages
    self.entries = entries
    self.touches = touches
    self.outside = outside
    self.counted = counted
    self.wording = wording
  }

  /// The digest of `response`.
  public init(_ response: TaggedResponse, codes: CodePlaces) {
    var entries: [Entry] = []
    var touched: [Int: Int] = [:]
    var outside: [Int] = []
    var counted: [Counted] = []
    var hashes: [UInt64] = []
    for (place, passage) in response.passages.enumerated() where passage.isCounted {
      let stances = passage.tags(.stance).map(\.code)
      let words = TextWords(response.document.text, passage.passage.core)
      hashes += words.hashes
      counted.append(Counted(passage: place, stances: stances, sketch: TextSketch(words)))
      var own: Set<Int> = []
      for (number, tag) in passage.tags.enumerated() {
        guard let code = codes.place(of: tag.code, in: tag.facet) else { continue }
        entries.append(
          Entry(code: code, passage: place, tag: number, basis: tag.basis, score: tag.score, stances: stances))
        guard tag.facet == .strategy else { continue }
        own.insert(code)
        if let parent = codes.parent(of: code) { own.insert(parent) }
      }
      for code in own { touched[code, default: 0] += 1 }
      if passage.isOutside { outside.append(place) }
    }
    self.init(
      id: response.id, file: response.file, sha256: response.sha256, format: response.document.format,
      respondent: response.respondent, annex: response.annex, account: Account(response),
      isComplete: response.isComplete, isNoAnswer: response.decision?.isNoAnswer == true,
      isNoisy: response.noise?.isNoisy == true, passages: response.passages.map(\.passage.id), entries: entries,
      touches: touched.sorted { $0.key < $1.key }.map { Touch(code: $0.key, passages: $0.value) }, outside: outside,
      counted: counted, wording: TextSketch.fingerprint(hashes))
  }

  /// The identifier of the party that it is from, when the hearing does not say otherwise.
  ///
  /// Unknown senders are never joined, and each is called after its response, so that the name stays when others come or go.
  public var party: String { respondent.party(of: id) }

  /// Annexes by number, then the others by the name of the file.
  static func isBefore(_ left: ResponseDigest, _ right: ResponseDigest) -> Bool {
    (left.annex?.number ?? .max, left.file, left.id) < (right.annex?.number ?? .max, right.file, right.id)
  }
}

extension RespondentMatch {
  /// The identifier of the party that the response `id` is from.
  public func party(of id: String) -> String { respondent?.id ?? "\(Party.unknownMark)\(id)" }
}
