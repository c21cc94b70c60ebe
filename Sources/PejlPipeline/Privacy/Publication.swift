internal import PejlAnalysis
internal import PejlIngest
public import PejlNote
public import PejlReport
internal import PejlTagging
internal import PejlText

/// The reports, the case note and the quotes of a hearing as they may be published.
public struct Publication: Sendable {
  /// The files, sorted by path.
  public let files: [ReportFile]
  /// The placeholders of sections of the note that the template leaves out.
  public let missing: [String]
  /// The version of the program that made them.
  public let version: String
  private let check: PublicationCheck

  /// The reports of `run` with everything hidden that `review` masks.
  ///
  /// - Parameters:
  ///   - run: the hearing.
  ///   - review: its personal data with what was decided.
  ///   - layout: how the topics of the note are laid out.
  ///   - template: the document that the note is put into; that of the program when nil.
  ///   - version: the version of the program.
  ///   - language: what pages, note and quotes are written in.
  /// - Throws: ``InvalidInput`` when something is not decided, or the template has an unknown placeholder.
  public init(
    _ run: HearingRun, _ review: PrivacyReview, layout: NoteLayout = .state, template: WordTemplate? = nil,
    version: String, language: ReportLanguage = .danish
  ) async throws {
    guard review.open.isEmpty else {
      throw InvalidInput(code: "publish.open", "\(review.open.count) findings are not decided")
    }
    precondition(run.isWhole, "a publication shows how certainties came about")
    self.version = version
    var method = run.method(review, version: version, isPublished: true)
    method.documents =
      NoteRenderer.Format.allCases.map { "note.\($0.rawValue)" }
      + QuoteRenderer.Format.allCases.map { "quotes.\($0.rawValue)" }
    let analysis = review.published(run.analysis)
    async let pages = ReportRenderer(language: language).render(analysis, method: method)
    let note = try NoteRenderer(analysis, layout: layout, method: method, language: language)
    let word = try note.word(template: template)
    missing = word.missing
    let beside =
      try [
        ReportFile(path: "note.docx", bytes: word.bytes), ReportFile(path: "note.html", bytes: note.page()),
        ReportFile(path: "note.xml", bytes: note.xml()),
      ] + Self.quotes(analysis, method, language)
    files = try await (pages + beside).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    check = try PublicationCheck(
      review, identifiers: analysis.digests.lazy.flatMap(\.passages), blank: QuoteRenderer.blankWorkbook())
  }

  /// All passages that count, as each kind of list.
  private static func quotes(
    _ analysis: Analysis, _ method: ReportMethod, _ language: ReportLanguage
  ) throws -> [ReportFile] {
    let renderer = QuoteRenderer(analysis, method: method, language: language)
    return try QuoteRenderer.Format.allCases.map { format in
      ReportFile(path: "quotes.\(format.rawValue)", bytes: try renderer.render(QuoteFilter(), as: format).bytes)
    }
  }

  /// What identifies the content: the SHA-256 over the paths and hashes of all files.
  public var sha256: String {
    let list = files.map { "\($0.path) \(ContentHash.sha256($0.bytes))\n" }.joined()
    return ContentHash.sha256(Array(list.utf8))
  }

  /// Writes the files into `folder`. Before they take their place, every file is read again and searched for what should be
  /// hidden; so are the files of others that stand in the folder and will stand beside them.
  ///
  /// - Parameters:
  ///   - folder: where to.
  ///   - workers: how many files are searched at once.
  /// - Throws: ``InvalidInput`` when something is left, naming each file; what stood in the folder before is then kept.
  public func write(to folder: OutputFolder, workers: Int) async throws {
    let paths = files.map(\.path)
    try await folder.replace(paths) { stage in
      for file in files { try Files.write(file.bytes, to: "\(stage)/\(file.path)") }
      let leaks =
        try await check.leaks(in: stage, workers: workers) + check.leaks(in: folder.foreign(paths), beside: folder.path)
      guard leaks.isEmpty else { throw InvalidInput(leaks) }
    }
  }
}
