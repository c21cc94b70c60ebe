internal import PejlCache
internal import PejlCodebook
internal import PejlDanish
internal import PejlIngest
internal import PejlTagging

/// Keeps compiled codebooks, so that a start with a codebook that did not change neither reads its rules nor compiles them.
///
/// Each stands in a file of the folder `codebooks` of the user's cache folder, named by a hash of everything that it depends
/// on: the bytes of the codebook's files, the dictionary, and the build of the program. A file that is damaged is passed over
/// and replaced; the folder may be deleted at any time, and where it cannot be written nothing is kept.
struct CompiledCodebooks {
  /// So many are kept, the latest used first to stay.
  private static let most = 8
  /// The folder; nil where there is none, and then nothing is kept.
  var folder = CacheFolder.path.map { "\($0)/codebooks" }
  /// A number that changes with the build of the program.
  var program = FileStamp.of(["/proc/self/exe"])
  /// A codebook of fewer bytes is compiled in less than 5 ms and not kept.
  var leastBytes = 30_000

  /// The codebook of the files `sources`, if it was compiled before; its examples may not have been run.
  ///
  /// - Parameters:
  ///   - sources: the files, the main one first.
  ///   - lexicon: the dictionary that it would be compiled with.
  ///   - codebook: what the files say, where they were read already.
  /// - Returns: nil when it must be compiled.
  func find(_ sources: [Codebook.Source], lexicon: Lexicon, codebook: Codebook? = nil) -> CompiledCodebook? {
    guard var reader = kept(sources, lexicon) else { return nil }
    return try? CompiledCodebook(&reader, sources: sources) {
      if let codebook { return codebook }
      // The same bytes were read without an error before they were compiled.
      guard let codebook = try? CodebookLoader.read(sources) else {
        preconditionFailure("a codebook that was read before cannot be read again")
      }
      return codebook
    }
  }

  /// The codebook of the files `sources` without its rules and words, if it was compiled before.
  func summary(_ sources: [Codebook.Source], lexicon: Lexicon) -> CodebookSummary? {
    guard var reader = kept(sources, lexicon) else { return nil }
    return try? CompiledCodebook.summary(&reader)
  }

  /// The file of the codebook of the files `sources`, if there is one.
  private func kept(_ sources: [Codebook.Source], _ lexicon: Lexicon) -> CacheReader? {
    guard let folder, isWorthIt(sources) else { return nil }
    let key = key(sources, lexicon)
    return CacheFile.read("\(folder)/\(key)", key: CacheFile.Key(hash: key))
  }

  /// Keeps `compiled`, and drops those that have not been made for longest.
  func keep(_ compiled: CompiledCodebook, lexicon: Lexicon) {
    guard let folder, isWorthIt(compiled.sources) else { return }
    let key = key(compiled.sources, lexicon)
    var writer = CacheWriter()
    compiled.write(to: &writer)
    CacheFile.write(writer, to: "\(folder)/\(key)", key: CacheFile.Key(hash: key))
    CacheFolder.limit(folder, to: Self.most)
  }

  private func isWorthIt(_ sources: [Codebook.Source]) -> Bool {
    sources.reduce(0) { $0 + $1.bytes.count } >= leastBytes
  }

  /// The name of the file for the codebook of the files `sources`.
  func key(_ sources: [Codebook.Source], _ lexicon: Lexicon) -> String {
    let files = CodebookLoader.hashes(sources).map { "\($0.sha256) \($0.path)\n" }.joined()
    return String(ContentHash.sha256(Array("\(files)\(lexicon.fingerprint) \(program)".utf8)).prefix(32))
  }
}
