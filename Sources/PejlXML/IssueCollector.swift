internal import CLibXML2
internal import PejlText

/// What libxml2 reported while it worked on one input.
///
/// Each context gets its own collector; no global handler is set, so parallel work does not mix its findings.
final class IssueCollector {
  struct Issue {
    var message: String
    var line: Int
    var isFatal: Bool
  }

  static let limit = 50
  var issues: [Issue] = []
  /// How many elements have begun.
  private var elements = 0
  static let tooManyMessage = "ELEMENTS"

  /// Counts an element of the document that `context` parses, and ends the parsing when there are too many: each costs
  /// some hundred bytes, however small it is in the file.
  static func countElement(of context: UnsafeMutablePointer<xmlParserCtxt>) {
    guard let own = context.pointee._private else { return }
    let collector = Unmanaged<IssueCollector>.fromOpaque(own).takeUnretainedValue()
    collector.elements += 1
    guard collector.elements == XMLReader.elementLimit + 1 else { return }
    collector.issues = [Issue(message: tooManyMessage, line: 0, isFatal: true)]
    xmlStopParser(context)
  }

  var opaque: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  func add(_ message: String, line: Int, isFatal: Bool) {
    if issues.count < Self.limit { issues.append(Issue(message: message, line: line, isFatal: isFatal)) }
  }

  /// The structured handler that libxml2 calls with the collector as its user data.
  static let handler: xmlStructuredErrorFunc = { user, error in
    guard let user, let error = error?.pointee else { return }
    let message = error.message.map { String(cString: $0) } ?? "unknown error"
    Unmanaged<IssueCollector>.fromOpaque(user).takeUnretainedValue().add(
      message.split(whereSeparator: \.isNewline).joined(separator: " "), line: Int(error.line),
      isFatal: error.level.rawValue >= XML_ERR_ERROR.rawValue)
  }

  /// The findings as diagnostics of the file at `path`.
  func diagnostics(code: String, path: String?) -> [Diagnostic] {
    issues.map {
      Diagnostic(.error, code: code, $0.message, path: path, line: $0.line > 0 ? $0.line : nil)
    }
  }
}
