internal import PejlHearing
internal import PejlStore
internal import PejlText

/// How the files of a hearing look, without reading them.
public struct FolderSnapshot: Sendable, Hashable {
  private let files: [StoredFile]
  /// The names of all entries, so that one that comes or goes is seen.
  private let names: [String]

  /// How the files in `folder` look now: the answers, and everything beside them that reports are made of. Reports, and what
  /// is kept between runs, are left out.
  ///
  /// - Throws: ``InvalidInput`` when a folder cannot be read.
  public init(_ folder: String) throws {
    var names = try Files.list("\(folder)/responses").map { "responses/\($0)" }
    for entry in try Files.entries(folder).sorted() where !entry.hasPrefix(".") && entry != "responses" {
      if Files.kind("\(folder)/\(entry)") == .file {
        names.append(entry)
      } else if entry == "codebook" {
        names += try Files.list("\(folder)/\(entry)").map { "\(entry)/\($0)" }
      }
    }
    self.names = names
    files = names.compactMap { StoredFile(at: "\(folder)/\($0)", named: $0) }
  }
}

/// Waits until a folder has come to rest, so that no file is read that is still being copied.
public struct SettlingFolder: Sendable {
  private var last: FolderSnapshot?
  private var since: Int64 = 0
  private var done: FolderSnapshot?
  private let rest: Int64

  /// A folder that is at rest when nothing has changed for so many nanoseconds.
  public init(rest: Int64) { self.rest = rest }

  /// Takes note of how the folder looks.
  ///
  /// - Parameters:
  ///   - snapshot: how it looks; nil where it cannot be looked at.
  ///   - now: the time in nanoseconds.
  /// - Returns: whether it is at rest and looks otherwise than at the last run.
  public mutating func isReady(_ snapshot: FolderSnapshot?, now: Int64) -> Bool {
    if snapshot != last {
      last = snapshot
      since = now
    }
    return snapshot != nil && snapshot != done && now - since >= rest
  }

  /// Takes note that a run over `snapshot` has ended, well or not.
  public mutating func ran(over snapshot: FolderSnapshot) { done = snapshot }
}
