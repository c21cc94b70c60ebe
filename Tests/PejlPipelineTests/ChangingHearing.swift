import Foundation
import PejlTagging
import PejlText

@testable import PejlPipeline

/// A small hearing in a folder of its own that changes step by step.
final class ChangingHearing {
  let path = NSTemporaryDirectory() + "pejl-changing-" + UUID().uuidString
  private var random: SeededNumbers
  private var files: [String: String] = [:]
  private var book = ChangingCodebook()

  init(seed: UInt64, answers: Int = 3) throws {
    random = SeededNumbers(state: seed)
    try FileManager.default.createDirectory(atPath: path + "/responses", withIntermediateDirectories: true)
    try write(
      """
      <hearing xmlns="urn:pejl:hearing:1" id="h" language="da"><title>T</title><respondents>
      <respondent id="raad" kind="council" name="Handicaprådet"/></respondents></hearing>
      """, "hearing.xml")
    try write(book.xml, "codebook.xml")
    for _ in 0..<answers { try add() }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Changes one thing.
  func step() throws {
    switch random.next(below: 8) {
    case 0, 1: try add()
    case 2:
      guard let name = files.keys.sorted().randomElement(using: &random) else { return try add() }
      files[name] = text()
      try write(text(), "responses/\(name)")
    case 3:
      guard files.count > 1, let name = files.keys.sorted().randomElement(using: &random) else { return try add() }
      files[name] = nil
      try FileManager.default.removeItem(atPath: "\(path)/responses/\(name)")
    case 4, 5: try changeCodebook()
    default: try decide(random.next(below: 7))
    }
  }

  /// Runs in the folder as it is, or in a copy of it that knows nothing of earlier runs.
  ///
  /// - Returns: the files of the reports.
  func reports(isFresh: Bool = false, workers: Int = 2, build: String = "1") async throws -> [String: Data] {
    var place = path
    if isFresh {
      place = path + "-fresh"
      try? FileManager.default.removeItem(atPath: place)
      try FileManager.default.copyItem(atPath: path, toPath: place)
      for name in [".pejl", "reports"] { try? FileManager.default.removeItem(atPath: "\(place)/\(name)") }
    }
    defer { if isFresh { try? FileManager.default.removeItem(atPath: place) } }
    _ = try await run(place, workers: workers, build: build)
    return try Self.contents("\(place)/reports")
  }

  /// One run in the folder.
  func run(_ place: String? = nil, workers: Int = 2, build: String = "1", isFresh: Bool = false) async throws
    -> RecurringRun.Outcome?
  {
    let place = place ?? path
    var options = RecurringRun.Options()
    options.workers = workers
    options.build = build
    options.isFresh = isFresh
    options.clock = { ("2024-05-01T12:00:00Z", Int64(Date().timeIntervalSince1970 * 1e9)) }
    let run = try RecurringRun(
      HearingFolder(path: place), output: OutputFolder(path: "\(place)/reports"), options: options)
    return try await run?.run()
  }

  func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  /// Puts one more answer into the folder.
  func add() throws {
    let name = "\(word())-\(random.next(below: 40)).\(["txt", "html", "md"][random.next(below: 3)])"
    files[name] = text()
    try write(files[name] ?? "", "responses/\(name)")
  }

  /// Decides something on some passage or answer of the last reports, where that can be decided there.
  func decide(_ kind: Int = 0) throws {
    let place = path + "/reports/analysis.xml"
    let analysis = (try? String(contentsOfFile: place, encoding: .utf8)) ?? ""
    let passages = analysis.matches(of: /<passage id="([^"]+)"/).map { String($0.1) }
    guard let passage = passages.randomElement(using: &random) else { return }
    var request = DecisionRequest()
    request.author = "KL"
    var name = passage
    switch kind {
    case 1: request.remove = ["P1"]
    case 2: request.setAside = "andet"
    case 3: request.splits = ["skal"]
    case 4: request.mergesNext = true
    case 5, 6:
      name = String(passage.prefix { $0 != "." })
      if kind == 5 { request.respondent = "raad" } else { request.isNoAnswer = true }
    default: request.add = ["P2"]
    }
    let folder = try HearingFolder(path: path)
    let codes = try CodebookLoader.summary(folder.codebook)
    guard let target = try? AnalysedPassages(reportsOf: folder).target(name),
      let file = try? request.decided(on: target, in: folder, codes: codes)
    else { return }
    try write(String(decoding: file.bytes(), as: UTF8.self), "decisions.xml")
  }

  /// Changes one thing in the codebook.
  func changeCodebook(_ change: Int? = nil) throws {
    book.change(change ?? random.next(below: 8), &random)
    try write(book.xml, "codebook.xml")
  }

  private func word() -> String { ChangingCodebook.words.randomElement(using: &random) ?? "" }

  private func text() -> String {
    let lines = (0..<1 + random.next(below: 5)).map { number in
      switch random.next(below: 12) {
      case 8: "# Emne om \(word())"
      case 9: "Jeg er bekymret for \(word())en, og for kørestool og sagsbehander."
      case 10: "De har et fritids tilbud og et pårørende råd, en \(word())."
      case 11: "Hvad med en kørestol til \(word())en?"
      case 0: "Mit personnummer er 010190-1234, og jeg bor ved \(word())en."
      case 1: "Handicaprådet skriver om \(word())en og \(word())en."
      default: "Vi mener nummer \(number), at \(word())en og \(word())en skal bevares for alle i kommunen."
      }
    }
    return lines.joined(separator: "\n\n") + "\n"
  }

  private static func contents(_ folder: String) throws -> [String: Data] {
    var result: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where !name.hasPrefix(".") {
      result[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
    }
    return result
  }
}

/// Numbers that are the same for the same seed.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ (mixed >> 33)
  }

  mutating func next(below limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
