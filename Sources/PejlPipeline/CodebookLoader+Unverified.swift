public import PejlCodebook
internal import PejlDanish
internal import PejlIngest
public import PejlTagging

extension CodebookLoader {
  /// The codebook in the file at `path`, compiled; its examples are not run.
  ///
  /// For a command that is started again and again with the same codebook. ``load(_:)`` and ``check(_:)`` run the examples.
  ///
  /// - Throws: ``InvalidInput`` with every finding, with file and line, when it cannot be read.
  public static func compile(_ path: String) throws -> CompiledCodebook {
    try naming(path) { CompiledCodebook(try read(path), lexicon: try Lexicon()) }
  }

  /// The codebook in the file at `path`, not compiled.
  ///
  /// - Throws: ``InvalidInput`` with every finding, with file and line, when it cannot be read.
  public static func codebook(_ path: String) throws -> Codebook { try naming(path) { try read(path) } }

  /// A short name for the content of `codebook`: two codebooks of one name are the same, byte by byte.
  public static func fingerprint(_ codebook: Codebook) -> String {
    let files = hashes(codebook).map { "\($0.sha256) \($0.path)\n" }.joined()
    return String(ContentHash.sha256(Array(files.utf8)).prefix(16))
  }
}
