import Benchmark
import Foundation
import PejlAnalysis
import PejlDanish
import PejlHearing
import PejlIngest
import PejlPipeline
import PejlReport
import PejlSegment
import PejlTagging
import PejlText

/// The stages one by one, on one thread: what a file of each format costs, and what a megabyte costs in each stage behind.
///
/// Throughput is runs a second; a run of a stage behind the reading is one of `Texts.bytes` bytes of answers.
let benchmarks: @Sendable () -> Void = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  let hearing = root + "/Corpus/socialstrategi-2024"
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .throughput, .peakMemoryResident], maxDuration: .seconds(8), maxIterations: 100)

  Benchmark("1 codebook: read, compile, run every example") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(try CodebookLoader.load(hearing + "/codebook.xml")) }
  }

  Benchmark("1 codebook: read, compile") { benchmark in
    for _ in benchmark.scaledIterations { blackHole(try CodebookLoader.compile(hearing + "/codebook.xml")) }
  }

  for file in (try? Files.list(hearing + "/responses")) ?? [] {
    let format = file.split(separator: ".").last.map(String.init) ?? ""
    Benchmark("2 ingest: \(format)") { benchmark in
      for _ in benchmark.scaledIterations { blackHole(await FileReader().read(path: "\(hearing)/responses/\(file)")) }
    }
  }

  Benchmark("3 segment: \(Texts.bytes / 1000) KB of text") { benchmark in
    let texts = try await Texts(hearing)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      for document in texts.documents { blackHole(Segmenter().segment(document, response: "x")) }
    }
  }

  Benchmark("4 tag: \(Texts.bytes / 1000) KB of text") { benchmark in
    let texts = try await Texts(hearing)
    let compiled = try texts.compiled()
    let passages = texts.documents.map { Segmenter().segment($0, response: "x") }
    let tagger = Tagger(compiled, hearing: Hearing(id: ""), lexicon: try Lexicon())
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      for (document, passages) in zip(texts.documents, passages) {
        blackHole(tagger.tag(passages, of: document.text, from: .other))
      }
    }
  }

  Benchmark("5 analyse: tabulate \(Texts.bytes / 1000) KB of answers") { benchmark in
    let texts = try await Texts(hearing)
    let responses = try texts.responses()
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try texts.analysis(responses)) }
  }

  Benchmark("6 report: render \(Texts.bytes / 1000) KB of answers") { benchmark in
    let texts = try await Texts(hearing)
    let analysis = try texts.analysis(texts.responses())
    let renderer = try ReportRenderer()
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      blackHole(try renderer.render(analysis, method: ReportMethod(version: "0", codebookHashes: [])))
    }
  }

  Benchmark("7 all: the sample hearing, read, split, tagged") { benchmark in
    let folder = try HearingFolder(path: hearing)
    let compiled = try CodebookLoader.compile(folder.codebook)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      blackHole(try await Pipeline(compiled, hearing: folder.hearing, workers: 1).run(folder.inputs))
    }
  }
}
