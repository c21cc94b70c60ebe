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
  /// How many elements have begun; of a document that is read in parts, in the part at hand.
  private var elements = 0
  /// What takes the parts of a document that is read in parts.
  var takePart: ((XMLElement) throws -> Void)?
  /// What ``takePart`` has thrown.
  var failure: (any Error)?
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

  /// Hands on an element that has ended, where it is a part: a child of the root. It is dropped from the document afterwards.
  static func handOn(_ node: xmlNodePtr, of context: UnsafeMutablePointer<xmlParserCtxt>) {
    guard let own = context.pointee._private, let parent = node.pointee.parent,
      parent == xmlDocGetRootElement(context.pointee.myDoc)
    else { return }
    let collector = Unmanaged<IssueCollector>.fromOpaque(own).takeUnretainedValue()
    do {
      try collector.takePart?(XMLElement(copying: node))
    } catch {
      collector.failure = error
      xmlStopParser(context)
    }
    xmlUnlinkNode(node)
    xmlFreeNode(node)
    // Text that follows must not be put to the text before as if that had just been written: its memory is another's.
    context.pointee.nodemem = 0
    context.pointee.nodelen = 0
    collector.elements = 1
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
