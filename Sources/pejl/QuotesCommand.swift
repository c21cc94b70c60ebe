internal import ArgumentParser
internal import PejlAnalysis
internal import PejlNote
internal import PejlPipeline
internal import PejlReport
internal import PejlText

/// Writes passages with their sources.
struct QuotesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quotes", abstract: "Writes passages with source and tags, one a row.",
    discussion: """
      Examples:
        pejl quotes Corpus/socialstrategi-2024 --code 2.4 --output dokumentation.xlsx
        pejl quotes Corpus/socialstrategi-2024 --code 2.4 --stance bekymring --respondent-kind råd --format md

      Several values of one option mean any of them, several options mean all of them. A guidepost stands for its objectives \
      too. Without --output the list goes to standard output (md and csv only).
      """)

  @OptionGroup var options: FilterOptions

  @Option(help: "md, csv, xlsx or docx; otherwise the ending of --output says it.", transform: Choice.named)
  var format: QuoteRenderer.Format?

  @Option(help: "The file to write.")
  var output: String?

  @Argument(help: "A hearing folder.")
  var hearing: String

  @Option(
    help: "The language of headings and columns: da or en. Texts of answers and codebook stay as they are.",
    transform: Choice.named)
  var language: ReportLanguage = .danish

  @OptionGroup var verbosity: Verbosity

  private var chosen: QuoteRenderer.Format? {
    format ?? output?.split(separator: ".").last.flatMap { QuoteRenderer.Format(rawValue: $0.lowercased()) }
  }

  func validate() throws {
    guard let chosen else {
      throw ValidationError("Say with --format or the ending of --output what to write: md, csv, xlsx or docx.")
    }
    if output == nil, chosen == .xlsx || chosen == .docx {
      throw ValidationError("Name the file with --output; \(chosen.rawValue) is not written to the terminal.")
    }
  }

  func run() async throws {
    let folder = try HearingFolder(path: hearing)
    if let output { try OutputGuard(folder).check(output) }
    let run = try await HearingRun(folder, options: RunOptions.standard(threads: nil, isFresh: false))
    let review = run.review(try PublishFile(in: folder))
    let quotes = QuoteRenderer(
      review.shown(run.analysis), method: run.method(review, version: Pejl.version), language: language)
    let (bytes, count) = try quotes.render(options.filter, as: chosen ?? .md)
    if let output {
      try Files.replace(output, with: bytes)
      if !verbosity.quiet { print(output) }
    } else {
      print(String(decoding: bytes, as: UTF8.self), terminator: "")
    }
    if !verbosity.quiet { Console.error("\(count) passages") }
    let findings = folder.findings(run.analysis.codebook) + run.findings + run.analysis.unread
    for finding in findings { Console.error(finding.description) }
    if !run.analysis.unread.isEmpty { throw ExitCode(1) }
  }
}
