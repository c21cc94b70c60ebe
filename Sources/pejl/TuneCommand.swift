internal import ArgumentParser
internal import PejlAnalysis
internal import PejlCodebook
internal import PejlPipeline
internal import PejlTagging
internal import PejlText
internal import PejlTuning

extension CodebookCommand {
  /// Learns weights from coded passages.
  struct Tune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "tune",
      abstract: "Learns words, weights and the calibration of a codebook from coded passages; shows the change.",
      discussion: """
        Each author in turn is left out and found again by what the others taught; that is the gain to expect. Nothing is
        written without --write.
        With --hearing, what persons decided in the hearing's decisions.xml is added to what its codebook has learnt before.
        Examples:
          pejl codebook tune --gold Corpus/h/training/*.tsv -- Corpus/h/codebook.xml
          pejl codebook tune --decisions Corpus/h/decisions.xml --hearing Corpus/h
        """)

    @Option(parsing: .upToNextOption, help: "Gold files to learn from. A column author tells who wrote a passage.")
    var gold: [String] = []

    @Option(parsing: .upToNextOption, help: "The answers that gold files without a column text speak of.")
    var answers: [String] = []

    @Option(help: "The decisions to learn from; the hearing's decisions.xml unless given.")
    var decisions: String?

    @Option(help: "The hearing folder whose answers the decisions speak of.")
    var hearing: String?

    @Option(help: "How much a word must explain to be learnt: the greater, the fewer words.")
    var penalty: Double?

    @Option(help: "The greatest number of words of one code.")
    var words: Int?

    @Flag(help: "Write what was learnt beside the codebook, as its part codebook/learned.xml.")
    var write = false

    @Argument(help: "The codebook's main file; the hearing's unless given.")
    var file: String?

    @OptionGroup var verbosity: Verbosity

    func validate() throws {
      if gold.isEmpty == (hearing == nil) { throw ValidationError("Give either --gold with files, or --hearing.") }
      if decisions != nil, hearing == nil {
        throw ValidationError("Name the folder whose answers --decisions speaks of with --hearing.")
      }
      if hearing == nil, file == nil { throw ValidationError("Name the codebook's main file.") }
    }

    func run() async throws {
      let (result, file) = try await tune()
      let path = CodebookLoader.folder(of: file) + CodebookTuning.partName
      print(TuningText.summary(result, perAuthor: !verbosity.quiet))
      let before = Files.kind(path) == .file ? try Files.read(path) : []
      print(TuningText.difference(before: before, after: result.part, path: path, showsAll: verbosity.verbose))
      guard write else {
        print("nothing was written; --write writes \(path)")
        return
      }
      try Files.replace(path, with: result.part)
      if try !CodebookLoader.load(file).codebook.sources.contains(where: { $0.path == CodebookTuning.partName }) {
        print("add <part href=\"\(CodebookTuning.partName)\"/> to \(file), which does not use it yet")
      }
    }

    private func tune() async throws -> (result: CodebookTuning.Result, file: String) {
      guard let hearing else {
        let file = file ?? ""
        let compiled = try CodebookLoader.load(file)
        let golds = try gold.map { try GoldFile(Files.read($0), path: $0, codebook: compiled.codebook) }
        let result = try await CodebookTuning(compiled).tune(
          golds, inputs: InputFiles.inputs(answers), options: options(TuningOptions()))
        return (result, file)
      }
      let folder = try HearingFolder(path: hearing)
      let file = file ?? folder.codebook
      let compiled = try CodebookLoader.load(file)
      let path = decisions ?? folder.decisionsPath
      guard let decisions = try folder.decisions(compiled.summary, at: path) else { throw ExitCode(2) }
      let (result, findings) = try await CodebookTuning(compiled, hearing: folder.hearing).adapt(
        decisions, inputs: folder.inputs, options: options(.adapting))
      for finding in findings { Console.error(finding.description) }
      return (result, file)
    }

    private func options(_ usual: TuningOptions) -> TuningOptions {
      var options = usual
      if let penalty { options.penalty = penalty }
      if let words { options.wordsPerCode = words }
      return options
    }
  }
}
