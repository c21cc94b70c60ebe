internal import PejlHearing
internal import PejlIngest
internal import PejlReport
internal import PejlStore
internal import PejlText

/// The hashes of everything that the reports of a hearing are made of, before anything of it is understood.
struct RunState {
  /// The hash of each answer, in the order of the folder's inputs; empty for one that cannot be read.
  let inputs: [String]
  /// The hash of `hearing.xml`.
  let hearing: String
  /// The hash of `decisions.xml`, where there is one.
  let decisions: String?
  /// The hash of the strategy's file; empty where there is none.
  let strategy: String
  /// The fingerprint of the codebook.
  let codebook: String
  /// The key of all of it.
  let key: String
  /// The files that were hashed anew.
  let freshFiles: [StoredFile]

  /// Whether an answer was hashed anew: it is new or was changed, or looks so.
  var hasNewInputs: Bool { freshFiles.contains { $0.path.hasPrefix(Self.inputFolder) } }
  private static let inputFolder = "responses/"

  /// The state of `folder` now.
  init(_ folder: HearingFolder, store: Store, options: RecurringRun.Options) throws {
    var hashes = FileHashes(
      folder.path, known: options.isFresh ? [:] : try store.files(), now: options.clock().nanoseconds)
    inputs = folder.inputs.map { hashes.sha256(Self.inputFolder + $0.name) ?? "" }
    hearing = folder.hearingHash
    decisions = hashes.sha256("decisions.xml")
    strategy = folder.strategy.flatMap { hashes.sha256($0.name) } ?? ""
    let sources = try CodebookLoader.sources(folder.codebook).map { (path: $0, sha256: hashes.sha256($0) ?? "") }
    codebook = CodebookLoader.fingerprint(sources)
    var parts = ["state", options.build, options.language.rawValue, hearing, decisions ?? "-", strategy]
    parts.append(hashes.sha256(PublishFile.name) ?? "-")
    parts += sources.flatMap { [$0.path, $0.sha256] }
    for (input, hash) in zip(folder.inputs, inputs) { parts += [input.name, hash] }
    key = RunKeys.hash(parts)
    freshFiles = hashes.fresh
  }
}
