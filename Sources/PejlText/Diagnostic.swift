/// Something that the user should know of a file: what is wrong, where, and what to do about it.
public struct Diagnostic: Hashable, Sendable, Error, CustomStringConvertible {
  /// How much it matters.
  public enum Severity: String, Sendable, Comparable {
    /// Nothing is lost; worth knowing.
    case note
    /// The result may be less than the user expects.
    case warning
    /// The thing that it speaks of could not be used.
    case error

    /// By gravity.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// A short stable name for the kind of finding, such as `codebook.unknown-list`.
  public var code: String
  /// What is wrong and what to do, in one or two sentences.
  public var message: String
  /// The file that it speaks of, as the user named it.
  public var path: String?
  /// The line in that file, from 1.
  public var line: Int?

  /// A finding; `line` counts from 1.
  public init(_ severity: Severity, code: String, _ message: String, path: String? = nil, line: Int? = nil) {
    self.severity = severity
    self.code = code
    self.message = message
    self.path = path
    self.line = line
  }

  /// `path:line: severity: message`, the form that editors understand.
  public var description: String {
    var place = ""
    if let path { place = line.map { "\(path):\($0): " } ?? "\(path): " }
    return "\(place)\(severity.rawValue): \(message)"
  }
}

/// One or more findings that make an input unusable.
public struct InvalidInput: Error, Sendable, CustomStringConvertible {
  /// What was found, in the order of the file.
  public let diagnostics: [Diagnostic]

  /// An error that carries `diagnostics`.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
  /// An error with a single finding.
  public init(code: String, _ message: String, path: String? = nil, line: Int? = nil) {
    diagnostics = [Diagnostic(.error, code: code, message, path: path, line: line)]
  }

  /// One finding a line.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
