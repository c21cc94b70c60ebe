/// The codes of a codebook without its rules: what decisions and filters name.
public struct CodeList: Sendable, Hashable {
  /// The name of the codebook.
  public let id: String
  /// The facets in the order of reports.
  public let facets: [Facet]

  /// The codes of a codebook.
  public init(id: String, facets: [Facet]) {
    self.id = id
    self.facets = facets
  }

  /// The facet of that identifier, if the codebook has it.
  public func facet(_ id: Facet.ID) -> Facet? { facets.first { $0.id == id } }
  /// The codes of a facet in order.
  public func codes(_ facet: Facet.ID) -> [Code] { self.facet(facet)?.codes ?? [] }
  /// The code of that identifier in that facet.
  public func code(_ id: String, in facet: Facet.ID) -> Code? { codes(facet).first { $0.id == id } }
}

extension Codebook {
  /// Its codes.
  public var codeList: CodeList { CodeList(id: id, facets: facets) }
}
