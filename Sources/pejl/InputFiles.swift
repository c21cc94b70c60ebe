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
      case .file: [input(path, name: path.split(separator: "/").last.map(String.init) ?? path)]
      case .folder: try Files.list(path).map { input("\(path)/\($0)", name: $0) }
      }
    }
  }

  private static func input(_ path: String, name: String) -> Pipeline.Input {
    Pipeline.Input(loose: path, name: name)
  }
}
