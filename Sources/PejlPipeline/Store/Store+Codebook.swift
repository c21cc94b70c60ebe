internal import PejlCodebook
internal import PejlStore

extension Store {
  /// The files of the codebook with that fingerprint, the main one first; nil where it is not kept.
  func sources(ofCodebook fingerprint: String) throws -> [Codebook.Source]? {
    guard let known = try codebook(fingerprint) else { return nil }
    var sources: [Codebook.Source] = []
    for source in known.sources {
      guard let bytes = try content(source.sha256) else { return nil }
      sources.append(Codebook.Source(path: source.path, bytes: bytes))
    }
    return sources
  }
}
