internal import Glibc
internal import PejlDraft
internal import PejlText

/// Makes the folder of a new hearing.
public enum NewHearing {
  /// Makes the folder at `path` with templates and a folder for answers; what stands there already is never overwritten.
  ///
  /// - Returns: the paths of the files made, relative to the folder.
  /// - Throws: ``InvalidInput`` when something stands there that would be in the way, or the system refuses.
  public static func make(_ path: String) throws -> [String] {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard Files.kind(path) != .file else {
      throw InvalidInput(code: "init.file", "a file stands here; name a folder", path: path)
    }
    let files = HearingTemplate.files(name: absolute(path).split(separator: "/").last.map(String.init) ?? path)
    for file in files where Files.kind("\(path)/\(file.path)") != .missing {
      throw InvalidInput(
        code: "init.exists", "the file is there already and is left as it is; name another folder, or move it away",
        path: "\(path)/\(file.path)")
    }
    try folder(path)
    for file in files {
      if let slash = file.path.lastIndex(of: "/") { try folder("\(path)/\(file.path[..<slash])") }
      try Files.write(file.bytes, to: "\(path)/\(file.path)")
    }
    try folder("\(path)/\(HearingTemplate.responses)")
    return files.map(\.path)
  }

  /// Puts a draft into the file at `path`, unless something stands there other than an untouched template.
  ///
  /// - Throws: ``InvalidInput`` when the file is there already, or cannot be written.
  public static func put(_ bytes: [UInt8], at path: String) throws {
    if Files.kind(path) == .folder {
      throw InvalidInput(code: "draft.folder", "a folder stands here; --output names a file", path: path)
    }
    if Files.kind(path) == .file {
      let parts = absolute(path).split(separator: "/").map(String.init)
      let folder = parts.dropLast().last ?? ""
      guard HearingTemplate.isUntouched(try Files.read(path), path: parts.last ?? "", name: folder) else {
        throw InvalidInput(
          code: "draft.exists", "the file is there already and is left as it is; name another file with --output",
          path: path)
      }
    }
    try Files.replace(path, with: bytes)
  }

  private static func folder(_ path: String) throws {
    if mkdir(path, 0o755) == 0 || Files.kind(path) == .folder { return }
    throw Files.failure("the folder cannot be made; make the folders above it first", path)
  }

  /// `path` from the root, so that "." has a name.
  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    var parts = String(cString: here).split(separator: "/").map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
