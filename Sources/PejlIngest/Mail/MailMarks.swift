/// Recognises the lines that mail programs write around an earlier mail and under one.
enum MailMarks {
  private static let phrases = PhraseList(PackageResources.mail_phrases_txt)

  /// Whether the text introduces a quotation, as in "On Monday Jens wrote:".
  static func isAttribution(_ text: some StringProtocol) -> Bool {
    guard text.utf8.count <= lineLimit else { return false }
    let folded = fold(text)
    return folded.hasSuffix(":") && phrases.matches(folded, "attribution")
  }

  /// Whether the line stands alone above an earlier or forwarded mail, dashes or not.
  static func isOriginal(_ line: some StringProtocol) -> Bool {
    let bare = line.drop { "-_*> \t".contains($0) }
    guard let last = bare.lastIndex(where: { !"-_*: \t".contains($0) }) else { return false }
    let isMarked = bare.startIndex != line.startIndex || bare[last...].count > 1
    return isMarked && line.utf8.count <= lineLimit && phrases.matches(fold(bare[...last]), "original")
  }

  /// Whether the lines begin with the headers of another mail.
  static func isHeaderRun(_ lines: some Collection<String>) -> Bool {
    guard let first = lines.first, startsWith(first, "header-first") else { return false }
    let more = lines.dropFirst().filter { line in line.contains { !$0.isWhitespace } }.prefix(6)
    return more.count { startsWith($0, "header-more") } >= 2
  }

  /// Whether the line is one of such headers.
  static func isHeader(_ line: some StringProtocol) -> Bool {
    startsWith(line, "header-first") || startsWith(line, "header-more")
  }

  /// Whether the line is what a telephone writes under a mail.
  static func isDeviceSignature(_ line: some StringProtocol) -> Bool {
    line.utf8.count <= 100 && phrases.matches(fold(line), "signature")
  }

  /// Longer lines, in bytes, are no mark: they are not compared with patterns.
  private static let lineLimit = 400

  /// Whether the line greets at the beginning or the end of a letter.
  static func isGreeting(_ line: some StringProtocol) -> Bool {
    let folded = fold(line)
    return phrases.matches(folded, "salutation") || phrases.matches(folded, "closing")
  }

  /// Whether a short text says that the answer stands in what is attached.
  static func refersToAttachment(_ text: String) -> Bool {
    text.utf8.count <= coverLimit && phrases.matches(fold(text), "see-attached")
  }

  /// Longer mails, in bytes, say something themselves.
  private static let coverLimit = 800

  private static func startsWith(_ line: some StringProtocol, _ section: String) -> Bool {
    let text = line.drop { "*> \t".contains($0) }.prefix(24).lowercased()
    return phrases[section].contains { header in
      let bare = text.replacing("*", with: "")
      return bare.hasPrefix(header)
    }
  }

  private static func fold(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
