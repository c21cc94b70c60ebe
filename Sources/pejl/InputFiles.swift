internal import PejlPipeline
internal import PejlText

/// Files and folders that the user names, as inputs of a run.
enum InputFiles {
  /// The files at `paths`, those of a folder by name.
  ///
  /// - Throws: ``InvalidInput`` when there is nothing at a path.
  static func inputs(_ paths: [String]) throws -> [Pipeline.Input] {
    Array(try list(paths))
  }

  /// The same, for runs over so many files that each byte of memory counts.
  ///
  /// - Throws: ``InvalidInput`` when there is nothing at a path.
  static func list(_ paths: [String]) throws -> InputList {
    var list = InputList.loose
    for path in paths {
      switch Files.kind(path) {
      case .missing: throw InvalidInput(code: "input.missing", "there is no such file or folder", path: path)
      case .file:
        let slash = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        list.append(String(path[slash...]), of: String(path[..<slash]))
      case .folder: try Files.each(in: path) { list.append($0, of: "\(path)/") }
      }
    }
    return list
  }
}
