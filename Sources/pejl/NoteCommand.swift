internal import ArgumentParser
internal import PejlAnalysis
internal import PejlNote
internal import PejlPipeline
internal import PejlReport
internal import PejlText

/// Writes the case note.
struct NoteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Writes the case note (høringsnotat) of a hearing.",
    discussion: """
      Examples:
        pejl note Corpus/socialstrategi-2024 --output notat.docx
        pejl note Corpus/socialstrategi-2024 --output notat.docx --output notat.html --layout municipal
        pejl note --starter own.docx

      The ending of --output says what is written: .docx, .html or .xml. A template is a Word document with placeholders such \
      as {{titel}}; --starter writes the program's own, to be changed in Word.
      """)

  @Option(help: "The file to write; .docx, .html or .xml. May be given several times.")
  var output: [String] = []

  @Option(help: "A Word document with placeholders to put the note into.")
  var template: String?

  @Option(
    help: "How topics are laid out: \(NoteLayout.allCases.map(\.rawValue).joined(separator: ", ")).",
    transform: Choice.named)
  var layout: NoteLayout = .state

  @Option(help: "Writes the program's own template to this file, and does nothing else.")
  var starter: String?

  @Argument(help: "A hearing folder.")
  var hearing: String?

  @Option(
    help: "The language of the note, or of the starter: da or en. Texts of answers and codebook stay as they are.",
    transform: Choice.named)
  var language: ReportLanguage = .danish

  @OptionGroup var verbosity: Verbosity

  func validate() throws {
    guard starter == nil else { return }
    if hearing == nil || output.isEmpty { throw ValidationError("Give a hearing folder and --output FILE.") }
    for path in output where Self.format(path) == nil {
      throw ValidationError("The ending of \(path) must be .docx, .html or .xml.")
    }
    if template != nil, !output.contains(where: { Self.format($0) == .docx }) {
      throw ValidationError("A template is for --output FILE.docx.")
    }
  }

  func run() async throws {
    if let starter {
      guard Files.kind(starter) == .missing else {
        throw InvalidInput(
          code: "note.starter", "something stands here already and is left as it is; name another file", path: starter)
      }
      try Files.replace(starter, with: WordTemplate.own(layout, language: language).bytes())
      return print(starter)
    }
    // The template is looked at first: a wrong one should not cost a run.
    let own = try template.map { try WordTemplate(Files.read($0), path: $0) }
    let folder = try HearingFolder(path: hearing ?? "")
    let files = OutputGuard(folder, template: template)
    for path in output { try files.check(path) }
    let run = try await HearingRun(folder, options: RunOptions.standard(threads: nil, isFresh: false))
    let review = run.review(try PublishFile(in: folder))
    let renderer = try NoteRenderer(
      review.shown(run.analysis), layout: layout, method: run.method(review, version: Pejl.version),
      language: language)
    for path in output {
      switch Self.format(path) {
      case .docx, nil:
        let (bytes, missing) = try renderer.word(template: own)
        try Files.replace(path, with: bytes)
        if !verbosity.quiet { Self.tell(missing, template ?? path) }
      case .html: try Files.replace(path, with: renderer.page())
      case .xml: try Files.replace(path, with: renderer.xml())
      }
      if !verbosity.quiet { print(path) }
    }
    let findings = folder.findings(run.analysis.codebook) + run.findings + run.analysis.unread
    for finding in findings { Console.error(finding.description) }
    if !run.analysis.unread.isEmpty { throw ExitCode(1) }
  }

  /// Says which sections of the note the template at `path` leaves out.
  static func tell(_ missing: [String], _ path: String) {
    guard !missing.isEmpty else { return }
    let names = missing.map { "{{\($0)}}" }.joined(separator: ", ")
    Console.error("\(path): note: the template has no place for \(names)")
  }

  private static func format(_ path: String) -> NoteRenderer.Format? {
    path.split(separator: ".").last.flatMap { NoteRenderer.Format(rawValue: $0.lowercased()) }
  }
}
