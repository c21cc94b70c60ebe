import Foundation

/// The program itself, run as a user would.
struct Program {
  /// What a run came to.
  struct Run {
    let code: Int32
    let output: String
    let errors: String
  }

  /// The top of the project.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The sample hearing.
  static let hearing = root + "/Corpus/socialstrategi-2024"

  /// The program that was built with the tests.
  private static let executable = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/pejl"

  /// Runs the program with `arguments` in the folder `folder`.
  static func run(
    _ arguments: [String], in folder: String = root, environment: [String: String] = [:]
  ) async throws -> Run {
    try await run(executable, arguments, in: folder, environment: environment)
  }

  /// Runs the program through a shell, with the commands `before` it.
  static func run(_ arguments: [String], after commands: String) async throws -> Run {
    try await run("/bin/bash", ["-c", commands + "; exec \"$@\"", "bash", executable] + arguments)
  }

  /// Runs the program and kills it after so many seconds, unless it has ended by then.
  static func run(_ arguments: [String], killedAfter seconds: Double) async throws -> Run {
    try await run("/usr/bin/timeout", ["--signal=KILL", "\(seconds)", executable] + arguments)
  }

  private static func run(
    _ executable: String, _ arguments: [String], in folder: String = root, environment: [String: String] = [:]
  ) async throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    let files = try (0..<2).map { _ in try Folder() }
    let output = files[0].path + "/out"
    let errors = files[1].path + "/err"
    for path in [output, errors] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    // Waiting must not hold a thread that other tests need.
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do { try process.run() } catch { ended.resume(throwing: error) }
    }
    return Run(
      code: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }
}

/// A folder that goes when the test is over.
final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "pejl-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes `text` to the file `name` in the folder and returns its path.
  @discardableResult
  func write(_ text: String, _ name: String) throws -> String { try write(Data(text.utf8), name) }

  /// Writes `data` to the file `name` in the folder and returns its path.
  @discardableResult
  func write(_ data: Data, _ name: String) throws -> String {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return url.path
  }

  /// The files below, by relative path, without hidden ones.
  func contents(_ name: String = "") throws -> [String: Data] {
    let base = name.isEmpty ? path : path + "/" + name
    var result: [String: Data] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: base) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: base + "/" + file, isDirectory: &isFolder)
      if !isFolder.boolValue, !file.hasPrefix(".") {
        result[file] = FileManager.default.contents(atPath: base + "/" + file)
      }
    }
    return result
  }
}
