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
        Example: pejl codebook tune --gold Corpus/h/training/*.tsv Corpus/h/codebook.xml
        """)

    @Option(parsing: .upToNextOption, help: "Gold files to learn from. A column author tells who wrote a passage.")
    var gold: [String]

    @Option(parsing: .upToNextOption, help: "The answers that gold files without a column text speak of.")
    var answers: [String] = []

    @Option(help: "How much a word must explain to be learnt: the greater, the fewer words.")
    var penalty = TuningOptions().penalty

    @Option(help: "The greatest number of words of one code.")
    var words = TuningOptions().wordsPerCode

    @Flag(help: "Write what was learnt beside the codebook, as its part codebook/learned.xml.")
    var write = false

    @Argument(help: "The codebook's main file.")
    var file: String

    @OptionGroup var verbosity: Verbosity

    func run() async throws {
      let compiled = try CodebookLoader.load(file)
      let golds = try gold.map { try GoldFile(Files.read($0), path: $0, codebook: compiled.codebook) }
      var options = TuningOptions()
      options.penalty = penalty
      options.wordsPerCode = words
      let result = try await CodebookTuning(compiled).tune(
        golds, inputs: InputFiles.inputs(answers), options: options)
      let path = CodebookLoader.folder(of: file) + CodebookTuning.partName
      print(TuningText.summary(result, perAuthor: !verbosity.quiet))
      let before = Files.kind(path) == .file ? try Files.read(path) : []
      print(TuningText.difference(before: before, after: result.part, path: path, showsAll: verbosity.verbose))
      guard write else {
        print("nothing was written; --write writes \(path)")
        return
      }
      try Files.replace(path, with: result.part)
      if !compiled.codebook.sources.contains(where: { $0.path == CodebookTuning.partName }) {
        print("add <part href=\"\(CodebookTuning.partName)\"/> to \(file), which does not use it yet")
      }
    }
  }
}
