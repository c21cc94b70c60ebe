internal import PejlReport
internal import PejlStore

/// What an earlier run wrote into a folder of reports, and where the pieces of its files lie.
struct FormerReport {
  /// A stretch of a file.
  struct Range: Hashable {
    var start: Int
    var length: Int
  }

  /// A file, as it looked when it was written.
  struct File: Hashable {
    /// The key of everything that it depends on; empty where that is not one thing.
    var key: String
    var status: StoredFile
  }

  /// A stretch of one of the files that are put together of fragments.
  struct Place: Hashable {
    /// The place of the file in ``pieced``; for a fragment that is new, behind the last.
    var file: Int
    var range: Range

    /// No place: the fragment stands in no file.
    static let none = Place(file: 0, range: Range(start: 0, length: 0))
    var isNone: Bool { range.length == 0 }
  }

  /// What the pieces of one response are.
  struct Pieces: Hashable {
    /// Where it stands in `analysis.xml`.
    var analysis: Range
    /// Where its fragments stand, by their numbers.
    var fragments: [Place]
  }

  /// By path.
  var files: [String: File] = [:]
  /// By the number of the result and the key of what was decided on it.
  var pieces: [ResponseVersion: Pieces] = [:]
  /// The paths of the files that are put together of fragments.
  var pieced: [String] = []
  /// By the places of ``pieced``: whether the file stands as it was written.
  private(set) var isUsable: [Bool] = []
  /// Where what is said of shared texts stands, by the key of what it depends on.
  var shared: [UInt64: Place] = [:]

  /// Nothing.
  init() {}

  /// What can be used of `report` in the folder `place`.
  init(_ report: StoredReport?, in place: String) {
    guard let report, let known = try? FormerReport(files: report.files, pieces: report.fragments) else { return }
    self = known
    for path in [ReportEdition.analysisPath] + pieced where intact(path, in: place) == nil {
      files[path] = nil
      if path == ReportEdition.analysisPath { pieces = [:] }
    }
    isUsable = pieced.map { files[$0] != nil }
  }

  /// The file at `path`, where it still is as it was written.
  func intact(_ path: String, in folder: String) -> File? {
    guard let file = files[path], let now = StoredFile(at: "\(folder)/\(path)", named: path),
      now.isSameContent(as: file.status)
    else { return nil }
    return file
  }
}

/// A response as it was tagged and decided on.
struct ResponseVersion: Hashable, Sendable {
  /// The number of the result.
  let result: Int64
  /// The key of what persons decided on it; empty for nothing.
  let decisions: String
}

extension FormerReport {
  var filesBlob: [UInt8] {
    var writer = ByteWriter()
    writer.write(files.values.sorted { $0.status.path < $1.status.path }) { writer, file in
      writer.write(file.status.path)
      writer.write(file.key)
      writer.write(Int(file.status.size))
      writer.write(Int(file.status.modified))
      writer.write(Int(file.status.inode))
    }
    return writer.finish()
  }

  var piecesBlob: [UInt8] {
    var writer = ByteWriter()
    writer.write(pieced) { $0.write($1) }
    writer.write(shared.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(word: entry.key)
      writer.write(entry.value)
    }
    writer.write(pieces.sorted { $0.key.result < $1.key.result }) { writer, entry in
      writer.write(Int(entry.key.result))
      writer.write(entry.key.decisions)
      writer.write(entry.value.analysis)
      writer.write(entry.value.fragments) { $0.write($1) }
    }
    return writer.finish()
  }

  /// The files alone.
  init(files blob: [UInt8]) throws(ByteReader.Damaged) {
    var reader = try ByteReader(blob)
    for _ in 0..<(try reader.integer()) {
      let (path, key) = (try reader.string(), try reader.string())
      let status = StoredFile(
        path: path, size: Int64(try reader.integer()), modified: Int64(try reader.integer()), changed: 0,
        inode: Int64(try reader.integer()))
      files[path] = File(key: key, status: status)
    }
  }

  init(files: [UInt8], pieces blob: [UInt8]) throws(ByteReader.Damaged) {
    try self.init(files: files)
    var reader = try ByteReader(blob)
    pieced = try reader.array { (reader) throws(ByteReader.Damaged) in try reader.string() }
    for _ in 0..<(try reader.integer()) {
      let key = try reader.word()
      shared[key] = try reader.place()
    }
    let count = try reader.integer()
    pieces.reserveCapacity(count)
    for _ in 0..<count {
      let version = ResponseVersion(result: Int64(try reader.integer()), decisions: try reader.string())
      let analysis = try reader.range()
      pieces[version] = Pieces(
        analysis: analysis,
        fragments: try reader.array { (reader) throws(ByteReader.Damaged) in
          try reader.place()
        })
    }
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ place: FormerReport.Place) {
    write(place.file)
    write(place.range)
  }

  fileprivate mutating func write(_ range: FormerReport.Range) {
    write(range.start)
    write(range.length)
  }
}

extension ByteReader {
  fileprivate mutating func place() throws(Damaged) -> FormerReport.Place {
    FormerReport.Place(file: try integer(), range: try range())
  }

  fileprivate mutating func range() throws(Damaged) -> FormerReport.Range {
    FormerReport.Range(start: try integer(), length: try integer())
  }
}
