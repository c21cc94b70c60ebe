internal import PejlText

/// The bytes that a reader reads, with their name and the limits that hold for them.
struct SourceFile: Sendable {
  /// The name that messages and results use.
  let name: String
  let bytes: [UInt8]
  let limits: ReadingLimits
  /// How many mails this lies in.
  var depth = 0
  /// The content type that a mail gives for it.
  var declaredType: String?
  /// What that mail says of its sender, for an attachment that does not say it itself.
  var sender: Document.Metadata?

  /// The part of the name after the last full stop, in lower case.
  var fileExtension: String {
    let last = name.split(separator: "/").last ?? ""
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return "" }
    return last[last.index(after: dot)...].lowercased()
  }
}
