public import PejlCodebook
internal import PejlDanish
internal import PejlIngest
public import PejlTagging
public import PejlText

/// Loads codebooks from files and makes them ready.
public enum CodebookLoader {
  /// The codebook in the file at `path`, compiled, its examples run unless it is known that they come out right.
  ///
  /// - Throws: ``InvalidInput`` with every finding, with file and line, when it cannot be read or an example fails.
  public static func load(_ path: String) throws -> CompiledCodebook {
    try naming(path) {
      let lexicon = try Lexicon()
      return try verified(found(path, lexicon: lexicon), lexicon: lexicon)
    }
  }

  /// `codebook` compiled with `lexicon`, or as it was compiled before, its examples run unless they were found to hold before.
  static func compile(
    _ codebook: Loaded, lexicon: Lexicon, cache: CompiledCodebooks = CompiledCodebooks()
  ) throws -> CompiledCodebook {
    let found = cache.find(codebook.sources, lexicon: lexicon, codebook: codebook.whole)
    return try verified(
      found ?? compiled(codebook.whole ?? read(codebook.sources), lexicon, cache), lexicon: lexicon)
  }

  /// `codebook` compiled with `lexicon`, or as it was compiled before; its examples are not run.
  static func unverified(
    _ codebook: Codebook, lexicon: Lexicon, cache: CompiledCodebooks = CompiledCodebooks()
  ) -> CompiledCodebook {
    cache.find(codebook.sources, lexicon: lexicon, codebook: codebook) ?? compiled(codebook, lexicon, cache)
  }

  private static func compiled(_ codebook: Codebook, _ lexicon: Lexicon, _ cache: CompiledCodebooks) -> CompiledCodebook
  {
    let compiled = CompiledCodebook(codebook, lexicon: lexicon)
    cache.keep(compiled, lexicon: lexicon)
    return compiled
  }

  private static func verified(_ compiled: CompiledCodebook, lexicon: Lexicon) throws -> CompiledCodebook {
    let key = VerifiedCodebooks.key(fingerprint: fingerprint(compiled.sources), lexicon: lexicon)
    if VerifiedCodebooks.contains(key) { return compiled }
    let failed = RuleVerifier(compiled, lexicon: lexicon).verify()
    guard failed.isEmpty else { throw InvalidInput(failed) }
    VerifiedCodebooks.insert(key)
    return compiled
  }

  /// The codebook at `path` with all findings, those of its examples and of the lint included, by file and line.
  ///
  /// - Throws: ``InvalidInput`` when it cannot be read.
  public static func check(_ path: String) throws -> (codebook: Codebook, findings: [Diagnostic]) {
    try naming(path) {
      let codebook = try read(path)
      let lexicon = try Lexicon()
      let compiled = CompiledCodebook(codebook, lexicon: lexicon)
      let findings =
        codebook.findings + RuleVerifier(compiled, lexicon: lexicon).verify()
        + CodebookLint(codebook, lexicon: lexicon).findings()
      let sorted = findings.sorted { ($0.path ?? "", $0.line ?? 0) < ($1.path ?? "", $1.line ?? 0) }
      return (codebook, sorted.map { named($0, path) })
    }
  }

  /// The codebook at `path`, compiled: taken from the cache where it was compiled before, and kept there otherwise.
  static func found(_ path: String, lexicon: Lexicon, cache: CompiledCodebooks = CompiledCodebooks()) throws
    -> CompiledCodebook
  {
    if let sources = try files(path), let compiled = cache.find(sources, lexicon: lexicon) {
      return compiled
    }
    return try compiled(read(path), lexicon, cache)
  }

  static func read(_ path: String) throws -> Codebook {
    let name = String(path.dropFirst(folder(of: path).count))
    return try CodebookReader { try Files.read(folder(of: path) + $0) }.read(name)
  }

  /// The codebook that stands in the files `sources`, the main one first.
  static func read(_ sources: [Codebook.Source]) throws -> Codebook {
    let bytes = Dictionary(sources.map { ($0.path, $0.bytes) }) { first, _ in first }
    return try CodebookReader { name in
      guard let bytes = bytes[name] else {
        throw InvalidInput(code: "file.missing", "the file is not one of the codebook's", path: name)
      }
      return bytes
    }
    .read(sources.first?.path ?? "")
  }

  /// The files of the codebook at `path`, the main one first; nil when one of them cannot be read.
  ///
  /// - Throws: ``InvalidInput`` when there is no such file.
  static func files(_ path: String) throws -> [Codebook.Source]? {
    let files = try sources(path).map { name in
      (try? Files.read(folder(of: path) + name)).map { Codebook.Source(path: name, bytes: $0) }
    }
    return files.contains { $0 == nil } ? nil : files.compactMap(\.self)
  }

  /// Runs `work`, and names files in what it throws as the user would.
  static func naming<Result>(_ path: String, _ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as InvalidInput {
      throw InvalidInput(error.diagnostics.map { named($0, path) })
    }
  }

  /// `finding` with its file relative to where the user stands instead of to the codebook's folder.
  private static func named(_ finding: Diagnostic, _ path: String) -> Diagnostic {
    var finding = finding
    if let file = finding.path, !file.hasPrefix("/"), !file.hasPrefix(folder(of: path)) || folder(of: path).isEmpty {
      finding.path = folder(of: path) + file
    }
    return finding
  }

  /// The folder of the file at `path`, with its slash; empty for a bare name.
  public static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// The SHA-256 of each file of `codebook`.
  public static func hashes(_ codebook: Codebook) -> [(path: String, sha256: String)] { hashes(codebook.sources) }

  static func hashes(_ sources: [Codebook.Source]) -> [(path: String, sha256: String)] {
    sources.map { ($0.path, ContentHash.sha256($0.bytes)) }
  }
}
