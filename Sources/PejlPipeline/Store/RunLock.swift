internal import Glibc
internal import PejlText

/// Keeps two runs from working on one hearing at once.
///
/// The lock goes with the process, however it ends.
public final class RunLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock of the hearing in `folder`.
  ///
  /// - Parameters:
  ///   - folder: the hearing's folder, which has a `.pejl` in it.
  ///   - wait: called once when another run holds the lock and this one waits.
  /// - Throws: ``InvalidInput`` when the file of the lock cannot be made.
  public init(_ folder: String, wait: () -> Void) throws {
    let path = "\(folder)/.pejl/run.lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Files.failure("cannot be opened", path) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
    wait()
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw Files.failure("cannot be locked", path) }
    }
  }

  deinit { close(descriptor) }
}
