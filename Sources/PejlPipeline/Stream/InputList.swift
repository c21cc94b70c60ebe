/// The files of a run by name in little memory: a run over a million files holds their paths and nothing else.
public struct InputList: RandomAccessCollection, Sendable {
  /// The paths, one behind the other.
  private var bytes: [UInt8] = []
  /// By file: where its path ends in ``bytes``.
  private var ends: [Int] = []
  /// By file: how many bytes at the end of its path are its name.
  private var names: [Int32] = []
  private let pageCache: String?

  /// No files yet.
  ///
  /// - Parameter pageCache: the folder in which recognised pages of the files are kept; nil keeps none.
  public init(pageCache: String?) { self.pageCache = pageCache }

  /// A list of files outside a hearing's folder; their recognised pages are kept in the user's cache folder.
  public static var loose: InputList { InputList(pageCache: Pipeline.Input(loose: "", name: "").pageCache) }

  /// Adds the file `name` of the folder whose path with a slash at its end is `folder`.
  public mutating func append(_ name: String, of folder: String) {
    bytes += folder.utf8
    bytes += name.utf8
    ends.append(bytes.count)
    names.append(Int32(name.utf8.count))
  }

  /// The place of the first file.
  public var startIndex: Int { 0 }
  /// One more than the place of the last file.
  public var endIndex: Int { ends.count }

  /// The file at `place`.
  public subscript(place: Int) -> Pipeline.Input {
    Pipeline.Input(path: path(place), name: name(place), pageCache: pageCache)
  }

  private func path(_ place: Int) -> String {
    String(decoding: bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]], as: UTF8.self)
  }

  private func name(_ place: Int) -> String {
    String(decoding: bytes[(ends[place] - Int(names[place]))..<ends[place]], as: UTF8.self)
  }
}
