internal import PejlHearing
internal import PejlText

/// The bytes that a reader reads, with their name and the limits that hold for them.
struct SourceFile: Sendable {
  /// The name that messages and results use.
  let name: String
  let bytes: [UInt8]
  let limits: ReadingLimits
  /// What may still be unpacked from the file that this lies in.
  let budget: ReadingBudget
  /// How many mails and archives this lies in.
  var depth = 0
  /// What tells it from the other parts of the file that it lies in, from the outside in; empty for a file on disk.
  var key: [String] = []
  /// The content type that a mail gives for it.
  var declaredType: String?
  /// What that mail says of its sender, for an attachment that does not say it itself.
  var sender: Document.Metadata?
  /// Whether the mail that it is attached to only refers to it.
  var isCovered = false
  /// What the hearing says of the columns of a spreadsheet.
  var columns: [AnswerColumn] = []

  /// A file that lies in no other.
  init(name: String, bytes: [UInt8], limits: ReadingLimits) {
    self.name = name
    self.bytes = bytes
    self.limits = limits
    budget = ReadingBudget(limits)
  }

  private init(within outer: SourceFile, name: String, key: String, bytes: [UInt8]) {
    self.name = "\(outer.name)/\(name)"
    self.bytes = bytes
    limits = outer.limits
    budget = outer.budget
    depth = outer.depth + 1
    self.key = outer.key + [key]
    columns = outer.columns
  }

  /// What lies in this file under `name`; `key` tells it from what else lies there.
  func part(name: String, key: String, bytes: [UInt8]) -> SourceFile {
    SourceFile(within: self, name: name, key: key, bytes: bytes)
  }

  /// The part of the name after the last full stop, in lower case.
  var fileExtension: String {
    let last = name.split(separator: "/").last ?? ""
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return "" }
    return last[last.index(after: dot)...].lowercased()
  }

  /// The refusal of what lies deeper than is followed.
  func tooDeep() -> InvalidInput {
    refusal(
      "attachment-depth", "this lies in \(depth) mails or archives within one another; save it as a file of its own")
  }

  /// `name` without its extension.
  static func stem(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[..<$0]) }?.nonEmpty ?? name
  }

  /// A name from outside, at most 150 characters of it, as one that can stand in a message and a list; slashes stay.
  static func safe(_ name: String) -> String {
    let kept = name.unicodeScalars.map { scalar in
      let isUnfit = scalar.value < 0x20 || scalar == "\\" || scalar.properties.generalCategory == .format
      return isUnfit ? "_" : String(Character(scalar))
    }
    return String(kept.joined().prefix(150))
  }
}
