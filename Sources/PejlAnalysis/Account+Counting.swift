public import PejlTagging
internal import PejlText

extension Account {
  /// What became of the passages of one response.
  public init(_ response: TaggedResponse) {
    self.init()
    for passage in response.passages { add(passage) }
    characters = response.document.text.bytes.count { $0 & 0xC0 != 0x80 }
  }

  /// Adds one passage, but not its characters.
  private mutating func add(_ passage: TaggedPassage) {
    passages += 1
    switch passage.disposition {
    case .tagged: tagged += 1
    case .untagged: untagged += 1
    case .setAside(let reason): setAside[reason, default: 0] += 1
    }
    if passage.counts, !passage.isCounted { headings += 1 }
    if passage.isOutside { outside += 1 }
  }

  /// Adds the sums of `other`.
  public static func += (account: inout Account, other: Account) {
    account.passages += other.passages
    account.tagged += other.tagged
    account.untagged += other.untagged
    account.setAside.merge(other.setAside, uniquingKeysWith: +)
    account.headings += other.headings
    account.outside += other.outside
    account.characters += other.characters
  }

  /// The passages that the figures of coverage and themes count: neither set aside nor headings.
  public var counted: Int { tagged + untagged - headings }
  /// The counted passages with a tag of the strategy.
  public var inside: Int { counted - outside }
  /// The reasons with their counts, the most frequent first, then by name.
  public var reasons: [(reason: String, count: Int)] {
    setAside.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}
