public import PejlCodebook
internal import PejlDanish
internal import PejlIngest
public import PejlTagging
public import PejlText

/// Loads codebooks from files and makes them ready.
public enum CodebookLoader {
  /// The codebook in the file at `path`, read but not yet tried on its examples.
  ///
  /// - Throws: ``InvalidInput`` with every finding, with file and line.
  public static func read(_ path: String) throws -> Codebook {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    do {
      return try CodebookReader { try Files.read(folder + $0) }.read(name)
    } catch let error as InvalidInput {
      // Name each file as the user would.
      throw InvalidInput(
        error.diagnostics.map { finding in
          var finding = finding
          if let path = finding.path, !path.hasPrefix(folder) { finding.path = folder + path }
          return finding
        })
    }
  }

  /// The codebook at `path`, compiled, its examples run.
  ///
  /// - Throws: ``InvalidInput`` when it cannot be read or an example fails.
  public static func load(_ path: String) throws -> CompiledCodebook {
    let codebook = try read(path)
    let lexicon = try Lexicon()
    let compiled = CompiledCodebook(codebook, lexicon: lexicon)
    let failed = RuleVerifier(compiled, lexicon: lexicon).verify()
    guard failed.isEmpty else { throw InvalidInput(failed) }
    return compiled
  }

  /// All findings of the codebook at `path`, those of its examples included.
  public static func check(_ path: String) throws -> (codebook: Codebook, findings: [Diagnostic]) {
    let codebook = try read(path)
    let lexicon = try Lexicon()
    let compiled = CompiledCodebook(codebook, lexicon: lexicon)
    let findings = codebook.findings + RuleVerifier(compiled, lexicon: lexicon).verify()
    return (codebook, findings.sorted { ($0.path ?? "", $0.line ?? 0) < ($1.path ?? "", $1.line ?? 0) })
  }

  /// The SHA-256 of each file of `codebook`.
  public static func hashes(_ codebook: Codebook) -> [(path: String, sha256: String)] {
    codebook.sources.map { ($0.path, ContentHash.sha256($0.bytes)) }
  }
}
