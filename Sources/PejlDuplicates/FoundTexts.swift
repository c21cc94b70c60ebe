/// What a search found, so that a later one need not look at the same texts again.
public struct FoundTexts: Sendable, Hashable {
  /// A text in a group, with how alike it is to the most typical one.
  public struct Member: Sendable, Hashable {
    /// The fingerprint of its words.
    public let fingerprint: UInt64
    /// How alike it is; see ``TextGroup/Member``.
    public let likeness: Double

    /// A member.
    public init(fingerprint: UInt64, likeness: Double) {
      self.fingerprint = fingerprint
      self.likeness = likeness
    }
  }

  /// Texts around the most typical one.
  public struct Group: Sendable, Hashable {
    /// The fingerprint of the most typical text.
    public let typical: UInt64
    /// All texts, the typical one included.
    public let members: [Member]

    /// A group.
    public init(typical: UInt64, members: [Member]) {
      self.typical = typical
      self.members = members
    }
  }

  /// Texts that hang together by pairs that are alike.
  public struct Cluster: Sendable, Hashable {
    /// The fingerprints of the texts, rising.
    public let texts: [UInt64]
    /// How often each text stood, in the same order.
    public let weights: [Int]
    /// What it falls into.
    public let groups: [Group]

    /// A cluster.
    public init(texts: [UInt64], weights: [Int], groups: [Group]) {
      self.texts = texts
      self.weights = weights
      self.groups = groups
    }
  }

  /// The fingerprints of the texts that were compared and hang together with no other, in no order.
  public let single: [UInt64]
  /// The others.
  public let clusters: [Cluster]

  /// What was found.
  public init(single: [UInt64] = [], clusters: [Cluster] = []) {
    self.single = single
    self.clusters = clusters
  }
}
