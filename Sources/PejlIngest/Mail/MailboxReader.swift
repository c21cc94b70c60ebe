internal import PejlText

/// Takes a mailbox (MBOX, RFC 4155) apart into its mails.
struct MailboxReader: DocumentReader {
  func read(_ source: SourceFile) async throws -> ReadContent {
    let starts = Self.starts(source.bytes)
    guard source.depth < source.limits.attachmentDepth else { throw source.tooDeep() }
    var content = ReadContent()
    if let first = starts.first, source.bytes[..<first].contains(where: { $0 > 0x20 }) {
      let lines = source.bytes[..<first].count { $0 == 0x0A }
      content.refusals.append(
        Diagnostic(
          .error, code: "ingest.aside-unread",
          "the first \(lines) lines stand above all mails and were not read; save them as a file of their own if they are an answer",
          path: source.name, line: 1))
    }
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : source.bytes.count
      let mail = Self.unescaped(source.bytes[start..<end])
      do {
        try source.budget.take(bytes: mail.count)
      } catch {
        content.refusals.append(
          Diagnostic(
            .error, code: "ingest.too-large",
            "the mailbox holds more than is read of one file; mail \(index + 1) and those after it were not read; split it",
            path: source.name))
        break
      }
      var part = source.part(name: "\(index + 1)", key: "\(index + 1)", bytes: mail)
      part.declaredType = "message/rfc822"
      content.attachments.append(part)
    }
    guard !content.attachments.isEmpty || !content.refusals.isEmpty else {
      throw refusal("empty", "the mailbox holds no mail; export it again")
    }
    return content
  }

  /// Whether the bytes begin as a mailbox does.
  static func isMailbox(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "From ".utf8) }

  /// Where the mails begin: at a line `From …` at the top or after a blank line, with a header in the next line.
  private static func starts(_ bytes: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var line = 0
    var isAfterBlank = true
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
      if isAfterBlank, bytes[line...].starts(with: "From ".utf8), isHeader(bytes[min(end + 1, bytes.count)...]) {
        starts.append(line)
      }
      isAfterBlank = end == line || (end == line + 1 && bytes[line] == 0x0D)
      line = end + 1
    }
    return starts
  }

  private static func isHeader(_ bytes: ArraySlice<UInt8>) -> Bool {
    let name = bytes.prefix(80).prefix { $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }
    return !name.isEmpty && bytes.dropFirst(name.count).first == 0x3A
  }

  /// A mail without its `From ` line, and without the marks that keep such lines of its text apart.
  private static func unescaped(_ mail: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(mail.count)
    var line = (mail.firstIndex(of: 0x0A) ?? mail.endIndex - 1) + 1
    while line < mail.endIndex {
      let end = mail[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? mail.endIndex
      let marks = mail[line..<end].prefix { $0 == 0x3E }.count
      let isEscaped = marks > 0 && mail[(line + marks)..<end].starts(with: "From ".utf8)
      result.append(contentsOf: mail[(isEscaped ? line + 1 : line)..<end])
      line = end
    }
    return result
  }
}
