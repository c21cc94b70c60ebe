internal import CRename
internal import Glibc
public import PejlReport
internal import PejlText

/// Writes a set of files into a folder so that at every moment either the old set or the new one stands there whole.
///
/// The new set is written beside the folder and then takes its place. Files in the folder that Pejl did not write are kept.
public struct OutputFolder: Sendable {
  /// What a set of files is. Sets of different content stand in one folder without touching each other; the value is the
  /// name of the file that lists what Pejl wrote.
  public enum Content: String, Sendable, CaseIterable {
    /// The report of a hearing.
    case report = ".pejl-files"
    /// The measurement of a codebook.
    case evaluation = ".pejl-evaluation-files"
    /// The reports of a hearing with what is hidden before publishing.
    case publication = ".pejl-publication-files"
    /// What changed from one run to another.
    case changes = ".pejl-changes-files"
    /// Several rounds side by side.
    case timeline = ".pejl-timeline-files"
  }

  /// The path of the folder, without a slash at its end.
  public let path: String
  private let content: Content

  /// The folder at `path`, which need not exist.
  public init(path: String, content: Content = .report) {
    self.path = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    self.content = content
  }

  /// A place beside the folder for what is written into it later; it goes when nobody holds it any more.
  func spool() throws -> FragmentSpool {
    try makeFolders(folder(of: path))
    return try FragmentSpool("\(path).pejl-spool-\(getpid())")
  }

  /// Puts `files` into the folder in place of those that were written there before.
  ///
  /// - Throws: ``InvalidInput`` when the folder holds a file of the same name that Pejl did not write, or when it cannot be
  ///   written; the folder is then as it was.
  public func replace(with files: [ReportFile]) throws {
    try replace(files.map(\.path)) { stage in
      for file in files { try write(file.bytes, to: "\(stage)/\(file.path)") }
    }
  }

  /// Puts the files `paths` into the folder in place of those that were written there before.
  ///
  /// - Parameters:
  ///   - paths: the new set.
  ///   - write: writes it into the folder that it is given, in which the folders of `paths` stand.
  /// - Returns: what `write` comes to.
  /// - Throws: as ``replace(with:)`` does, and what `write` throws; the folder is then as it was.
  func replace<Result>(_ paths: [String], write: (String) throws -> Result) throws -> Result {
    let stage = try makeStage(paths)
    do {
      let result = try write(stage)
      try swap(stage, kept: foreign(paths))
      removeTree(stage)
      return result
    } catch {
      removeTree(stage)
      throw error
    }
  }

  /// Puts the files `paths` into the folder as the other ``replace(_:write:)`` does, and waits for `write`.
  func replace<Result>(_ paths: [String], write: (String) async throws -> Result) async throws -> Result {
    let (result, former) = try await exchange(paths, write: write)
    former.remove()
    return result
  }

  /// What stood in a folder before, beside it until it is taken away.
  struct Former: Sendable {
    fileprivate let path: String
    /// Takes it away; where that is not done, a later run does it.
    func remove() { OutputFolder.removeTree(path) }
  }

  /// Puts the files `paths` into the folder as ``replace(_:write:)`` does, and waits for `write`.
  ///
  /// - Returns: what `write` comes to, and the former files, which the caller removes.
  func exchange<Result>(
    _ paths: [String], write: (String) async throws -> Result
  ) async throws -> (Result, former: Former) {
    let stage = try makeStage(paths)
    do {
      let result = try await write(stage)
      try swap(stage, kept: foreign(paths))
      return (result, Former(path: stage))
    } catch {
      removeTree(stage)
      throw error
    }
  }

  /// Makes the folder in which the files `paths` are written before they take their place, and the list of them in it.
  private func makeStage(_ paths: [String]) throws -> String {
    try checkForeign(paths)
    removeStages()
    let stage = "\(path).pejl-new-\(getpid())"
    try makeFolders(stage)
    for folder in Set(paths.map({ folder(of: "\(stage)/\($0)") })) { try makeFolders(folder) }
    let list = paths.sorted().joined(separator: "\n") + "\n"
    try Files.write(Array(list.utf8), to: "\(stage)/\(content.rawValue)")
    return stage
  }

  /// Takes away what earlier processes left beside the folder when they were killed.
  private func removeStages() {
    let mark = ".pejl-new-"
    let parent = folder(of: path)
    let name = String(
      path.dropFirst(path.lastIndex(of: "/").map { path.distance(from: path.startIndex, to: $0) + 1 } ?? 0))
    for entry in (try? Files.entries(parent)) ?? [] where entry.hasPrefix(name + mark) {
      guard let process = pid_t(entry.dropFirst(name.count + mark.count)) else { continue }
      if process == getpid() || kill(process, 0) != 0 && errno == ESRCH { removeTree("\(parent)/\(entry)") }
    }
  }

  /// Finds out before the work is done whether the folder can be written at all.
  ///
  /// - Throws: ``InvalidInput`` when a file stands in its place, or it cannot be made.
  public func check() throws {
    guard Files.kind(path) != .file else {
      throw InvalidInput(code: "output.file", "a file stands here; name a folder for the report", path: path)
    }
    let stage = "\(path).pejl-new-\(getpid())"
    try makeFolders(stage)
    removeTree(stage)
  }

  private func written() -> Set<String> {
    guard let bytes = try? Files.read("\(path)/\(content.rawValue)") else { return [] }
    return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  private func checkForeign(_ files: [String]) throws {
    guard Files.kind(path) == .folder else { return }
    // Reports that came with a clone have no manifest but an analysis.
    if content == .report, Files.kind("\(path)/analysis.xml") == .file { return }
    let known = written()
    for file in files where !known.contains(file) && Files.kind("\(path)/\(file)") != .missing {
      throw InvalidInput(
        code: "output.foreign", "this file was not written by pejl and would be lost; choose another output folder",
        path: "\(path)/\(file)")
    }
  }

  /// The files in the folder that neither were written by Pejl nor stand in the new set.
  func foreign(_ files: [String]) throws -> [String] {
    guard Files.kind(path) == .folder else { return [] }
    let known = written().union(files)
    let isUnlisted = content == .report && Files.kind("\(path)/\(content.rawValue)") == .missing
    return try Files.list(path, hidden: true).filter { name in
      name != content.rawValue && !known.contains(name)
        && !(isUnlisted && name.hasPrefix("responses/") && name.hasSuffix(".html"))
    }
  }

  private func swap(_ stage: String, kept: [String]) throws {
    guard Files.kind(path) == .folder else {
      guard rename(stage, path) == 0 else { throw Files.failure("the report cannot be put in place", path) }
      return
    }
    // Before the folders change places: whatever happens, these files stand in one of them that is not taken away.
    for name in kept { try carry(name, into: stage) }
    // The names change places in one step.
    guard pejl_exchange(stage, path) == 0 else {
      throw Files.failure("the report cannot be put in place", path)
    }
  }

  /// Puts the file `name`, which Pejl did not write, into `stage` too.
  private func carry(_ name: String, into stage: String) throws {
    let (here, there) = ("\(path)/\(name)", "\(stage)/\(name)")
    try makeFolders(folder(of: there))
    if link(here, there) == 0 { return }
    // Some file systems know no second name for a file.
    guard Files.kind(there) == .missing else {
      throw InvalidInput(
        code: "output.kept", "this file was not written by pejl and stands in the way; choose another output folder",
        path: here)
    }
    try Files.write(Files.read(here), to: there)
  }

  private func write(_ bytes: [UInt8], to target: String) throws {
    try makeFolders(folder(of: target))
    try Files.write(bytes, to: target)
  }

  private func folder(of file: String) -> String {
    file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
  }

  private func makeFolders(_ folder: String) throws {
    guard !folder.isEmpty, Files.kind(folder) == .missing else { return }
    if folder.contains("/") { try makeFolders(self.folder(of: folder)) }
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
      throw Files.failure("the folder cannot be made; name another with --output", folder)
    }
  }

  private func removeTree(_ folder: String) { Self.removeTree(folder) }

  private static func removeTree(_ folder: String) {
    guard Files.kind(folder) == .folder, let handle = opendir(folder) else { return }
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      Files.kind("\(folder)/\(name)") == .folder
        ? removeTree("\(folder)/\(name)") : { _ = unlink("\(folder)/\(name)") }()
    }
    closedir(handle)
    rmdir(folder)
  }
}
