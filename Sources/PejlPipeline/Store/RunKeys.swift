internal import PejlCodebook
internal import PejlHearing
internal import PejlIngest
internal import PejlTagging

/// The keys under which the store keeps what was found. Each holds everything that the thing depends on.
struct RunKeys {
  /// The program, as exactly as it is known.
  let build: String
  /// The SHA-256 of `hearing.xml`.
  let hearing: String
  /// The fingerprint of the codebook.
  private(set) var codebook: String
  /// The SHA-256 of the strategy's file; empty where there is none.
  let strategy: String
  /// What the hearing says of the columns of spreadsheets.
  let columns: [AnswerColumn]

  /// The keys for `folder` as it is in `state`, for the program `build`.
  init(_ folder: HearingFolder, _ state: RunState, build: String) {
    self.build = build
    hearing = state.hearing
    codebook = state.codebook
    strategy = state.strategy
    columns = folder.hearing.columns
  }

  /// The key of the documents in a file.
  func reading(_ name: String, sha256: String) -> String {
    Self.hash(["reading", build, name, sha256] + columns.map { "\($0)" })
  }

  /// The key of what the rules found in a file; `shaping` is what persons decided on its sender and its passages.
  func result(_ name: String, id: String, sha256: String, shaping: [String] = []) -> String {
    Self.hash(["result", reading(name, sha256: sha256), id, hearing, strategy, codebook] + shaping)
  }

  /// The key of what pages show besides the responses themselves; of the codebook they show no rules.
  func pages(_ codebook: CodebookSummary) -> String {
    Self.hash(
      ["pages", build, hearing, strategy, codebook.id, codebook.version, codebook.title, codebook.language]
        + codebook.facets.map { "\($0.withoutLines)" })
  }

  /// The same keys for another codebook.
  func with(codebook: String) -> RunKeys {
    var keys = self
    keys.codebook = codebook
    return keys
  }

  /// The work that the files of `inputs` are, as they were hashed in `state`; `decisions` is what persons decided.
  func jobs(_ inputs: [Pipeline.Input], _ state: RunState, _ decisions: DecisionFile?) -> [HearingTagging.Job] {
    let identifiers = ResponseName.identifiers(inputs.map(\.name))
    return inputs.indices.map { index in
      let (name, id, sha256) = (inputs[index].name, identifiers[index], state.inputs[index])
      return HearingTagging.Job(
        input: inputs[index], id: id, sha256: sha256, readingKey: reading(name, sha256: sha256),
        resultKey: result(name, id: id, sha256: sha256, shaping: decisions?.shaping(of: id) ?? []))
    }
  }

  /// The hash of `parts`, each kept apart from the others.
  static func hash(_ parts: [String]) -> String {
    ContentHash.sha256(parts.flatMap { Array("\($0.utf8.count):".utf8) + Array($0.utf8) })
  }
}
