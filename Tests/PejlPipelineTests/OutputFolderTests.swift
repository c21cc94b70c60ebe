import Foundation
@testable import PejlReport
import Testing

@testable import PejlPipeline

@Suite struct OutputFolderTests {
  private let folder = NSTemporaryDirectory() + "pejl-output-\(UUID().uuidString)"

  private func names() throws -> [String] { try Files.list(folder, hidden: true) }

  private func write(_ names: [String], _ content: OutputFolder.Content) throws {
    let files = names.map { ReportFile(path: $0, bytes: Array("new".utf8)) }
    try OutputFolder(path: folder, content: content).replace(with: files)
  }

  @Test("a report and a measurement in one folder leave each other alone, and hidden files are kept")
  func contents() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(["index.html", "responses/a.html"], .report)
    try Data("mine".utf8).write(to: URL(filePath: folder + "/.hidden"))
    try write(["evaluation.html"], .evaluation)
    try write(["index.html"], .report)
    try write(["evaluation.html"], .evaluation)
    #expect(
      try names() == [".hidden", ".pejl-evaluation-files", ".pejl-files", "evaluation.html", "index.html"])
    #expect(try Files.read(folder + "/.hidden") == Array("mine".utf8))
  }

  @Test("a file of the same name that someone else wrote is not overwritten")
  func foreign() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(["analysis.xml"], .report)
    try Data("mine".utf8).write(to: URL(filePath: folder + "/evaluation.html"))
    #expect(throws: (any Error).self) { try write(["evaluation.html"], .evaluation) }
    #expect(try Files.read(folder + "/evaluation.html") == Array("mine".utf8))
  }

  @Test("a file that someone else put in the way of a folder stops the run, and both it and the report stay")
  func inTheWay() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(["index.html"], .report)
    try Data("mine".utf8).write(to: URL(filePath: folder + "/codes"))
    #expect(throws: (any Error).self) { try write(["index.html", "codes/1.html"], .report) }
    #expect(try Files.read(folder + "/codes") == Array("mine".utf8))
    #expect(try names().contains("index.html"))
    #expect(try Files.entries(NSTemporaryDirectory()).filter { folder.hasSuffix($0.prefix { $0 != "." }) }.count == 1)
  }
}
