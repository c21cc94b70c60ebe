/// A response as it is indexed for searches.
public struct SearchText: Sendable {
  /// A passage.
  public struct Passage: Sendable {
    /// The text.
    public var text: String
    /// The identifier.
    public var id: String
    /// The page that it begins on, from 1, where the format has pages.
    public var page: Int?
    /// The codes of its tags.
    public var codes: [SearchCode]
    /// Why it is set aside, if it is.
    public var reason: String?

    /// A passage.
    public init(text: String, id: String, page: Int?, codes: [SearchCode], reason: String?) {
      self.text = text
      self.id = id
      self.page = page
      self.codes = codes
      self.reason = reason
    }
  }

  /// The identifier of the response.
  public var response: String
  /// The name of its file.
  public var file: String
  /// The name of the respondent, where it is known.
  public var sender: String?
  /// The sort of respondent.
  public var kind: String
  /// The personal numbers in it.
  public var numbers: [String]
  /// Its passages in order.
  public var passages: [Passage]

  /// A response.
  public init(
    response: String, file: String, sender: String?, kind: String, numbers: [String], passages: [Passage]
  ) {
    self.response = response
    self.file = file
    self.sender = sender
    self.kind = kind
    self.numbers = numbers
    self.passages = passages
  }
}

/// A code of a facet.
public struct SearchCode: Sendable, Hashable {
  /// The name of the facet.
  public var facet: String
  /// The code.
  public var code: String

  /// A code.
  public init(facet: String, code: String) {
    self.facet = facet
    self.code = code
  }

  /// Bars stand around each, so that one is not found in another.
  var written: String { "|\(facet):\(code)|" }

  /// The codes as they stand in the index.
  static func written(_ codes: [SearchCode]) -> String { codes.map(\.written).joined() }

  /// The codes in what stands in the index.
  static func read(_ text: String) -> [SearchCode] {
    text.split(separator: "|").compactMap { entry in
      guard let colon = entry.firstIndex(of: ":") else { return nil }
      return SearchCode(facet: String(entry[..<colon]), code: String(entry[colon...].dropFirst()))
    }
  }
}
