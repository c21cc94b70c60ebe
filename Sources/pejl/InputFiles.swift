internal import PejlPipeline
internal import PejlText

/// Files and folders that the user names, as inputs of a run.
enum InputFiles {
  /// The files at `paths`, those of a folder by name.
  ///
  /// - Throws: ``InvalidInput`` when there is nothing at a path.
  static func inputs(_ paths: [String]) throws -> [Pipeline.Input] {
    try paths.flatMap { path -> [Pipeline.Input] in
      switch Files.kind(path) {
      case .missing: throw InvalidInput(code: "input.missing", "there is no such file or folder", path: path)
      case .file: [Pipeline.Input(path: path, name: path.split(separator: "/").last.map(String.init) ?? path)]
      case .folder: try Files.list(path).map { Pipeline.Input(path: "\(path)/\($0)", name: $0) }
      }
    }
  }
}
