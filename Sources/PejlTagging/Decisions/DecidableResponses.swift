internal import PejlHearing

/// The responses of a run as decisions look at them: each in brief, and whole where that is needed.
public struct DecidableResponses: Sendable {
  /// A response in brief.
  public struct Brief: Sendable, Hashable {
    /// The identifier.
    public let id: String
    /// The SHA-256 of its file.
    public let sha256: String
    /// The identifier of the respondent that it is from; nil for an unknown sender.
    public let respondent: String?
    /// The splits and merges that its passages were made with, as places in the file of decisions.
    public let reshapedBy: [Int]

    /// A response.
    public init(id: String, sha256: String, respondent: String?, reshapedBy: [Int]) {
      self.id = id
      self.sha256 = sha256
      self.respondent = respondent
      self.reshapedBy = reshapedBy
    }
  }

  let briefs: [Brief]
  private let load: @Sendable (Int) -> TaggedResponse

  /// Responses.
  ///
  /// - Parameters:
  ///   - briefs: the responses in order.
  ///   - load: the response at a place, as the rules tagged it.
  public init(_ briefs: [Brief], load: @escaping @Sendable (Int) -> TaggedResponse) {
    self.briefs = briefs
    self.load = load
  }

  /// Responses that are in memory.
  public init(_ responses: [TaggedResponse]) {
    self.init(
      responses.map {
        Brief(id: $0.id, sha256: $0.sha256, respondent: $0.respondent.respondent?.id, reshapedBy: $0.reshapedBy)
      }
    ) { responses[$0] }
  }

  subscript(place: Int) -> TaggedResponse { load(place) }
}
