internal import ArgumentParser
internal import Glibc
internal import PejlCache
internal import PejlDanish

/// What the user sees besides results: messages and progress, on standard error.
enum Console {
  /// Writes a line to standard error.
  static func error(_ message: String) {
    let line = Array((message + "\n").utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Whether standard error is a terminal.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether standard output is a terminal.
  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// A progress line that replaces itself on a terminal; nothing elsewhere.
  static func progress(_ text: String) {
    guard isTerminal else { return }
    let line = Array("\r\u{1B}[K\(text)".utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// The program as exactly as it can be told: its version, and the size and time of its file and of the dictionary.
  static var build: String {
    "\(Pejl.version) \(String(FileStamp.of(["/proc/self/exe"] + Lexicon.dictionaryFiles), radix: 16))"
  }

  /// The time now: in words, UTC, and in nanoseconds since 1970.
  static let clock: @Sendable () -> (text: String, nanoseconds: Int64) = {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var parts = tm()
    var seconds = now.tv_sec
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 32)
    strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    let words = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (words, Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec))
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
