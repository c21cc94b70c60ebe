internal import ArgumentParser
internal import PejlHistory
internal import PejlPipeline

/// Where named runs come from.
struct RunChoice: ParsableArguments {
  @Option(help: "The hearing folder that runs given as numbers belong to; pejl runs lists them.")
  var hearing: String?

  /// The numbers of all runs whose results the hearing keeps, the earliest first.
  ///
  /// - Throws: ``InvalidInput`` when it keeps none.
  func kept() throws -> [String] { try KeptRuns(hearing ?? "").runs.filter(\.isKept).map { "\($0.id)" } }

  /// The runs that the user named: numbers of the hearing's runs, or folders of reports.
  ///
  /// - Throws: ``InvalidInput`` when one is not there.
  func snapshots(_ names: [String]) throws -> [RunSnapshot] {
    guard let hearing else { return try names.map(RunFile.read) }
    let kept = try KeptRuns(hearing)
    return try names.map { name in try Int64(name).map(kept.snapshot) ?? RunFile.read(name) }
  }
}
