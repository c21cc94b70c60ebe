public import PejlCodebook
public import PejlHearing
internal import PejlIngest
public import PejlTagging
public import PejlText

/// A folder that holds one hearing: `hearing.xml`, `codebook.xml` and the answers in `responses/`; the text of pages that were
/// pictures is kept in `.pejl/`.
public struct HearingFolder: Sendable {
  /// The path, without a slash at its end.
  public let path: String
  /// The case.
  public let hearing: Hearing
  /// The SHA-256 of `hearing.xml` as it was read.
  let hearingHash: String
  /// The path of the codebook.
  public let codebook: String
  /// The answers by name.
  public let inputs: [Pipeline.Input]
  /// The strategy's text, where the hearing names its file.
  public let strategy: Pipeline.Input?

  /// Where the decisions of persons stand, if there are any.
  public let decisionsPath: String

  /// Looks at the folder at `path`.
  ///
  /// - Throws: ``InvalidInput`` when the folder, the hearing, the codebook or the folder of answers is missing or broken.
  public init(path: String) throws {
    let path = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    guard Files.kind(path) == .folder else {
      throw InvalidInput(
        code: "hearing.folder", "there is no such folder; give the folder that holds hearing.xml and responses/",
        path: path)
    }
    for name in ["hearing.xml", "codebook.xml"] where Files.kind("\(path)/\(name)") != .file {
      throw InvalidInput(
        code: "hearing.file",
        "the folder holds no \(name); put one there, or use --codebook FILE --output DIR with loose files", path: path)
    }
    let responses = "\(path)/responses"
    guard Files.kind(responses) == .folder else {
      throw InvalidInput(code: "hearing.responses", "there is no such folder; put the answers there", path: responses)
    }
    self.path = path
    let bytes = try Files.read("\(path)/hearing.xml")
    hearing = try HearingReader.read(bytes, path: "\(path)/hearing.xml")
    hearingHash = ContentHash.sha256(bytes)
    codebook = "\(path)/codebook.xml"
    decisionsPath = "\(path)/decisions.xml"
    // In the hearing's own folder, so that what was read of answers goes when the hearing goes.
    let pages = "\(path)/.pejl/pages"
    strategy = hearing.strategy?.file.map {
      Pipeline.Input(path: "\(path)/\($0)", name: $0, pageCache: pages)
    }
    inputs = try Files.list(responses).map {
      Pipeline.Input(path: "\(responses)/\($0)", name: $0, pageCache: pages)
    }
    guard !inputs.isEmpty else {
      throw InvalidInput(code: "hearing.no-responses", "the folder is empty; put the answers there", path: responses)
    }
  }

  /// Whether persons decided anything.
  public var hasDecisions: Bool { Files.kind(decisionsPath) != .missing }

  /// What persons decided, where the folder holds `decisions.xml`, or in the file at `path`.
  ///
  /// - Throws: ``InvalidInput`` with everything that is wrong with the file, and when it belongs to another hearing.
  public func decisions(_ codes: CodebookSummary, at path: String? = nil) throws -> DecisionFile? {
    let place = path ?? decisionsPath
    guard path != nil || Files.kind(place) != .missing else { return nil }
    let bytes = try Files.read(place)
    var decisions = try DecisionFile(bytes, path: place, codes: codes)
    decisions.sha256 = ContentHash.sha256(bytes)
    guard decisions.hearing == hearing.id else {
      throw InvalidInput(
        code: "decisions.hearing",
        "these are decisions of the hearing \"\(decisions.hearing)\", and this one is \"\(hearing.id)\"; put them into the folder of theirs",
        path: place)
    }
    return decisions
  }

  /// What the hearing says of codes and files that are not there.
  public func findings(_ codebook: CodebookSummary) -> [Diagnostic] {
    let files = Set(inputs.map(\.name))
    var findings = hearing.annexes.compactMap { annex -> Diagnostic? in
      guard let response = annex.response, !files.contains(response) else { return nil }
      return Diagnostic(
        .warning, code: "hearing.missing-response",
        "annex \(annex.number) names \(response), which is not in responses/")
    }
    for part in hearing.strategy?.parts ?? [] where codebook.code(part.code, in: .strategy) == nil {
      findings.append(
        Diagnostic(
          .warning, code: "hearing.unknown-code", "the strategy's part \(part.code) is no code of the codebook"))
    }
    if hearing.isDraft {
      findings.append(
        Diagnostic(
          .note, code: "hearing.draft",
          "hearing.xml is a draft; go through it and take the attribute status away"))
    }
    return findings
  }
}
