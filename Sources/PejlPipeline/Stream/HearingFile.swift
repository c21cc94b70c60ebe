public import PejlHearing
internal import PejlText

/// A `hearing.xml` with what stands beside it; the answers may be elsewhere.
public struct HearingFile: Sendable {
  /// The case.
  public let hearing: Hearing
  /// Where its codebook stands, if it stands beside it.
  public let codebook: String
  /// The strategy's text, where the hearing names its file.
  public let strategy: Pipeline.Input?

  /// The hearing at `path`, a file or the folder that holds `hearing.xml`.
  ///
  /// - Throws: ``InvalidInput`` when it is missing or broken.
  public init(path: String) throws {
    let isFolder = Files.kind(path) == .folder
    let folder = isFolder ? (path.hasSuffix("/") ? path : path + "/") : CodebookLoader.folder(of: path)
    let file = isFolder ? folder + "hearing.xml" : path
    hearing = try HearingReader.read(Files.read(file), path: file)
    codebook = folder + "codebook.xml"
    strategy = hearing.strategy?.file.map { Pipeline.Input(path: folder + $0, name: $0) }
  }
}
