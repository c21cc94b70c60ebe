import Benchmark
import Foundation
import PejlAnalysis
import PejlHearing
import PejlPipeline
import PejlReport
import PejlTagging

/// The sample hearing, stage by stage; six files are worth one worker.
let benchmarks: @Sendable () -> Void = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  let folder = root + "/Corpus/socialstrategi-2024"
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident], maxDuration: .seconds(10), maxIterations: 200)

  Benchmark("codebook: read, compile, run every example") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(try CodebookLoader.load(folder + "/codebook.xml")) }
  }

  Benchmark("answers: read, split, tag") { benchmark in
    let sample = try Sample(folder)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      blackHole(
        try await Pipeline(sample.compiled, hearing: sample.folder.hearing, workers: 1).run(sample.folder.inputs))
    }
  }

  Benchmark("report: tabulate and render") { benchmark in
    let sample = try Sample(folder)
    let (responses, unread) = try await Pipeline(sample.compiled, hearing: sample.folder.hearing, workers: 2)
      .run(sample.folder.inputs)
    let renderer = try ReportRenderer()
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      let analysis = Analysis(
        hearing: sample.folder.hearing, codebook: sample.compiled.codebook, responses: responses, unread: unread)
      blackHole(try renderer.render(analysis, method: ReportMethod(version: "0", codebookHashes: [])))
    }
  }
}

/// The hearing and its codebook, ready.
struct Sample {
  let folder: HearingFolder
  let compiled: CompiledCodebook

  init(_ path: String) throws {
    folder = try HearingFolder(path: path)
    compiled = try CodebookLoader.load(folder.codebook)
  }
}
