internal import PejlText

/// Takes a zip of answers apart into its files.
struct AnswerArchiveReader: DocumentReader {
  func read(_ source: SourceFile) async throws -> ReadContent {
    guard source.depth < source.limits.attachmentDepth else { throw source.tooDeep() }
    let archive = try ZipArchive(source.bytes, limits: source.limits)
    let names = archive.names.filter { !Self.isLitter($0) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let stems = Dictionary(names.map { (SourceFile.stem($0).lowercased(), 1) }, uniquingKeysWith: +)
    var content = ReadContent()
    for name in names {
      do {
        guard !archive.isLink(name) else {
          throw refusal("unsafe-zip", "this is a link to another file; put the file itself into the archive")
        }
        let bytes = try archive.read(name) ?? []
        try source.budget.take(bytes: bytes.count)
        let stem = SourceFile.stem(name)
        content.attachments.append(
          source.part(name: SourceFile.safe(name), key: stems[stem.lowercased()] == 1 ? stem : name, bytes: bytes))
      } catch let error as InvalidInput {
        content.refusals += error.diagnostics.map { finding in
          var finding = finding
          finding.path = "\(source.name)/\(SourceFile.safe(name))"
          return finding
        }
      }
    }
    guard !content.attachments.isEmpty || !content.refusals.isEmpty else {
      throw refusal("empty", "the archive holds no files; pack it again")
    }
    return content
  }

  /// Folders, and what operating systems put into archives for themselves.
  private static func isLitter(_ name: String) -> Bool {
    let last = name.split(separator: "/").last ?? ""
    return name.hasSuffix("/") || name.hasPrefix("__MACOSX/") || last.hasPrefix(".") || last == "Thumbs.db"
  }
}
