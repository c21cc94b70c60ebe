public import PejlCodebook
internal import PejlText

/// The decisions of a hearing: what stands in `decisions.xml`.
public struct DecisionFile: Sendable, Hashable {
  /// The XML Schema of `decisions.xml`.
  public static var schema: [UInt8] { PackageResources.decisions_xsd }
  /// The namespace of `decisions.xml`.
  package static let namespace = "urn:pejl:decisions:1"
  /// The facets that a person decides.
  package static let facets: [Facet.ID] = [.strategy, .theme, .stance]

  /// The path of the file; empty for decisions that were not read.
  public let path: String
  /// The identifier of the hearing that they belong to; empty for loose files.
  public let hearing: String
  /// The decisions in order.
  public let decisions: [Decision]

  /// Decisions.
  public init(path: String = "", hearing: String, decisions: [Decision]) {
    self.path = path
    self.hearing = hearing
    self.decisions = decisions
  }

  /// The decisions in `bytes`.
  ///
  /// - Throws: ``InvalidInput`` with file and line when it is not well-formed or not valid, and for every facet and code that
  ///   `codebook` does not have, every code of a facet that is not decided, and every passage that is decided on twice.
  public init(_ bytes: [UInt8], path: String, codebook: Codebook) throws {
    var reader = DecisionReader(path: path, codebook: codebook)
    self = try reader.read(bytes)
  }

  /// Those that a person has looked at.
  public var settled: [Decision] { decisions.filter { !$0.isOpen } }
  /// How many nobody has looked at yet.
  public var openCount: Int { decisions.count(where: \.isOpen) }
}
