public import PejlCodebook
internal import PejlDanish
internal import PejlIngest
public import PejlTagging
internal import PejlXML

extension CodebookLoader {
  /// The codebook in the file at `path`, compiled; its examples are not run.
  ///
  /// For a command that is started again and again with the same codebook. ``load(_:)`` and ``check(_:)`` run the examples.
  ///
  /// - Throws: ``InvalidInput`` with every finding, with file and line, when it cannot be read.
  public static func compile(_ path: String) throws -> CompiledCodebook {
    try naming(path) { try found(path, lexicon: Lexicon()) }
  }

  /// The codebook in the file at `path`, not compiled.
  ///
  /// - Throws: ``InvalidInput`` with every finding, with file and line, when it cannot be read.
  public static func codebook(_ path: String) throws -> Codebook { try naming(path) { try read(path) } }

  /// The codebook in the file at `path` in brief; its rules are not read where it was compiled before.
  ///
  /// - Throws: ``InvalidInput`` with every finding, with file and line, when it cannot be read.
  public static func summary(_ path: String) throws -> CodebookSummary { try loaded(path).summary }

  /// A codebook of which no more was read than had to be.
  struct Loaded: Sendable {
    /// Its files, the main one first.
    let sources: [Codebook.Source]
    /// What it holds besides rules and words.
    let summary: CodebookSummary
    /// All of it, unless it was compiled before.
    let whole: Codebook?
  }

  /// The codebook in the file at `path`; its rules are not read where it was compiled before.
  ///
  /// - Throws: ``InvalidInput`` with every finding, with file and line, when it cannot be read.
  static func loaded(_ path: String) throws -> Loaded {
    try naming(path) {
      if let sources = try files(path), let summary = CompiledCodebooks().summary(sources, lexicon: try Lexicon()) {
        return Loaded(sources: sources, summary: summary, whole: nil)
      }
      let whole = try read(path)
      return Loaded(sources: whole.sources, summary: whole.summary, whole: whole)
    }
  }

  /// The paths of the files of the codebook at `path`, relative to its folder, the main one first; the main one alone where it
  /// cannot be read.
  ///
  /// - Throws: ``InvalidInput`` when there is no such file.
  static func sources(_ path: String) throws -> [String] {
    let name = String(path.dropFirst(folder(of: path).count))
    guard let root = try? XMLReader.parse(Files.read(path), path: name) else { return [name] }
    return [name] + root.elements("part").compactMap { $0["href"] }
  }

  /// A short name for the content of `codebook`: two codebooks of one name are the same, byte by byte.
  public static func fingerprint(_ codebook: Codebook) -> String {
    fingerprint(codebook.sources)
  }

  /// The same name from the codebook's files, the main one first.
  static func fingerprint(_ sources: [Codebook.Source]) -> String { fingerprint(hashes(sources)) }

  /// The same name from the hashes of the codebook's files, the main one first.
  static func fingerprint(_ sources: [(path: String, sha256: String)]) -> String {
    let files = sources.map { "\($0.sha256) \($0.path)\n" }.joined()
    return String(ContentHash.sha256(Array(files.utf8)).prefix(16))
  }
}
