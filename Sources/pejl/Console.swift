internal import ArgumentParser
internal import Glibc

/// What the user sees besides results: messages and progress, on standard error.
enum Console {
  /// Writes a line to standard error.
  static func error(_ message: String) {
    let line = Array((message + "\n").utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Whether standard error is a terminal.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// A progress line that replaces itself on a terminal; nothing elsewhere.
  static func progress(_ text: String) {
    guard isTerminal else { return }
    let line = Array("\r\u{1B}[K\(text)".utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// The number of processors that work can be spread over.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// How much a command says.
struct Verbosity: ParsableArguments {
  @Flag(name: .long, help: "Say nothing but errors and what could not be read.")
  var quiet = false

  @Flag(name: .long, help: "Say more: every file, every note.")
  var verbose = false
}
