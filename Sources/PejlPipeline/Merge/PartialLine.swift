internal import PejlText

/// A line of a partial analysis, before it is known whose response it is.
struct PartialLine {
  /// What stands on it.
  enum Content {
    case response(PartialResponse)
    case unread(Diagnostic)
  }

  /// What is wrong with a line.
  struct Fault: Error {
    let message: String
  }

  let id: String?
  let content: Content

  /// The line `bytes`.
  init(_ bytes: ArraySlice<UInt8>) throws(Fault) {
    let value: JSONValue
    do {
      value = try JSONReader.read(bytes)
    } catch {
      throw Fault(
        message: "the line is broken: \(error.message) at byte \(error.column); go on with that run with --skip-done")
    }
    id = value["id"]?.text
    if let message = value["error"]?.text {
      guard let code = value["code"]?.text, let file = value["file"]?.text else {
        throw Fault(message: "the line lacks \"code\" or \"file\"; give the line as \"pejl tag\" wrote it")
      }
      content = .unread(Diagnostic(.error, code: code, message, path: file))
      return
    }
    guard let id else {
      throw Fault(message: "the line has no \"id\"; give the lines as \"pejl tag --partial\" wrote them")
    }
    guard let fingerprint = value["codebook"]?.text else {
      throw Fault(message: "the line has no text and cannot be merged; tag with --partial")
    }
    content = .response(PartialResponse(id: id, fingerprint: fingerprint, value: value))
  }
}
