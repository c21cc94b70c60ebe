internal import PejlDanish
internal import PejlText
internal import PejlXML

/// Keeps a single file that a command writes from taking the place of what a person wrote and a run reads.
public struct OutputGuard: Sendable {
  /// The paths of what is read, from the root.
  private var inputs = FormTable()
  private let answers: String?

  /// A guard of the files at `paths`.
  public init(reading paths: some Sequence<String>) {
    answers = nil
    add(paths)
  }

  /// A guard of what stands in `folder`, and of the document `template`.
  public init(_ folder: HearingFolder, template: String? = nil) {
    let names = ["hearing.xml", "decisions.xml", PublishFile.name, PublishLog.name].map { "\(folder.path)/\($0)" }
    let paths = names + [folder.codebook] + [folder.strategy?.path, template].compactMap(\.self)
    answers = Files.absolute("\(folder.path)/responses") + "/"
    add(paths)
  }

  private mutating func add(_ paths: some Sequence<String>) {
    for path in paths { _ = inputs.number(of: Array(Files.absolute(path).utf8)) }
  }

  /// Finds out before the work is done whether the file at `path` may be written.
  ///
  /// - Throws: ``InvalidInput`` when a folder stands there, when it lies among the answers, or when the run reads it or it is
  ///   another file that a run reads, such as a part of a codebook.
  public func check(_ path: String) throws {
    if Files.kind(path) == .folder {
      throw InvalidInput(code: "output.folder", "a folder stands here; name a file", path: path)
    }
    let place = Self.place(path)
    if let answers, place.hasPrefix(answers) {
      throw InvalidInput(
        code: "output.answers", "this is the folder of the answers, where the file would be read as one; name another",
        path: path)
    }
    if try inputs.find(Array(place.utf8).span) != nil || Self.isInput(path) {
      throw InvalidInput(
        code: "output.input", "this file is read by pejl and would be lost; name another", path: path)
    }
  }

  /// Finds out that nothing stands at `path` yet, for files that people go on writing in.
  ///
  /// - Throws: ``InvalidInput`` when something does.
  public static func checkIsNew(_ path: String) throws {
    guard Files.kind(path) == .missing else {
      throw InvalidInput(
        code: "output.exists",
        "something stands here already, and what people wrote is not overwritten; name another file", path: path)
    }
  }

  /// The path from the root, without links, of what stands or will stand at `path`.
  private static func place(_ path: String) -> String {
    guard Files.kind(path) == .missing else { return Files.absolute(path) }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { path[..<$0].isEmpty ? "/" : String(path[..<$0]) } ?? "."
    return Files.absolute(folder) + "/" + (slash.map { String(path[path.index(after: $0)...]) } ?? path)
  }

  /// Whether a file stands at `path` that a person may have written for pejl to read: all XML of pejl but that of notes.
  private static func isInput(_ path: String) throws -> Bool {
    guard Files.kind(path) == .file, let root = try? XMLReader.parse(Files.read(path)) else { return false }
    return root.namespace.map { $0.hasPrefix("urn:pejl:") && !$0.hasPrefix("urn:pejl:note:") } ?? false
  }
}
