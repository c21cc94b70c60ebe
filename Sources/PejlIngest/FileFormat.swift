internal import PejlText

/// Finds out what a file is: by its first bytes, then by its name.
enum FileFormat {
  /// The reader for `source`.
  ///
  /// - Throws: ``InvalidInput`` for a format that is not read, with what to do instead.
  static func reader(for source: SourceFile) throws -> any DocumentReader {
    let bytes = source.bytes
    guard bytes.count <= source.limits.fileBytes else {
      throw FileBytes.tooLarge(bytes.count, source.limits.fileBytes)
    }
    guard !bytes.isEmpty else { throw refusal("empty", "the file has 0 bytes; send it again") }
    if let reader = try packed(source) { return reader }
    if bytes.starts(with: Array(#"{\rtf"#.utf8)) { return OfficeReader(format: "rtf") }
    if let picture = ImageReader.Kind(bytes) { return ImageReader(kind: picture) }
    if let remedy = unread(bytes) { throw refusal("unsupported", remedy) }
    if bytes.prefix(1024).contains(sequence: "%PDF-") { return PDFReader() }
    if source.fileExtension != "eml", source.declaredType != "message/rfc822", MailboxReader.isMailbox(bytes),
      source.fileExtension == "mbox" || looksLikeMail(bytes)
    {
      return MailboxReader()
    }
    if source.declaredType == "message/rfc822" || source.fileExtension == "eml" || looksLikeMail(bytes) {
      return MailReader()
    }
    let decoded = Array(TextDecoder(Array(bytes.prefix(4096))).bytes)
    let text = String(decoding: decoded, as: UTF8.self).drop(while: \.isWhitespace)
    // Most files are no markup, and need no small letters.
    let head = text.first == "<" ? text.lowercased() : ""
    if isHTML(head) || ["html", "htm", "xhtml"].contains(source.fileExtension)
      || source.declaredType == "text/html"
    {
      return HTMLDocumentReader()
    }
    if head.hasPrefix("<?xml") {
      return PortalReader()
    }
    guard !isBinary(decoded) else {
      throw refusal("unknown-format", "the content is no format that is read; save it as PDF, DOCX, ODT or text")
    }
    if ["csv", "tsv"].contains(source.fileExtension) || source.declaredType == "text/csv"
      || DelimitedReader.isTable(decoded)
    {
      return DelimitedReader()
    }
    if ["md", "markdown"].contains(source.fileExtension) || source.declaredType == "text/markdown" {
      return MarkdownReader()
    }
    return TextReader()
  }

  private static func packed(_ source: SourceFile) throws -> (any DocumentReader)? {
    let bytes = source.bytes
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return try old(bytes) }
    guard bytes.starts(with: [0x50, 0x4B]), bytes.count >= 4, [3, 5, 7].contains(bytes[2]) else {
      if ["docx", "odt", "docm"].contains(source.fileExtension) {
        throw refusal(
          "damaged",
          "the name says \(source.fileExtension), but the content is not; open it in its program and save it again")
      }
      return nil
    }
    let archive = try ZipArchive(bytes, limits: source.limits)
    if archive.contains("META-INF/manifest.xml"), archive.contains("content.xml") { return OpenDocumentReader() }
    if archive.contains("[Content_Types].xml") {
      if archive.names.contains(where: { $0.hasPrefix("word/") }) { return WordReader() }
      if archive.names.contains(where: { $0.hasPrefix("xl/") }) {
        return SpreadsheetReader()
      }
      if archive.names.contains(where: { $0.hasPrefix("ppt/") }) {
        throw refusal("unsupported", "slides are not read; save them as PDF")
      }
      return WordReader()
    }
    return AnswerArchiveReader()
  }

  /// The reader for a file in the old container of Microsoft's programs.
  private static func old(_ bytes: [UInt8]) throws -> any DocumentReader {
    let names = try CompoundFolder.names(bytes)
    if names.contains("EncryptedPackage") {
      throw refusal(
        "encrypted",
        "the file is protected by a password; open it in its program, take the password off and save it again")
    }
    if names.contains("WordDocument") { return OfficeReader(format: "doc") }
    if names.contains("__properties_version1.0") { return OutlookReader() }
    if names.contains("Workbook") || names.contains("Book") {
      throw refusal("unsupported", "the old XLS format is not read; open it in a spreadsheet and save it as XLSX")
    }
    throw refusal("unsupported", "this is a file of an older Office program; open it there and save it as DOCX or PDF")
  }

  /// What to do with a format that is known but not read.
  private static func unread(_ bytes: [UInt8]) -> String? {
    let isHEIC = bytes.count > 12 && bytes[4...].starts(with: Array("ftyp".utf8))
    let isBitmap = bytes.starts(with: [0x42, 0x4D]) && isBinary(Array(bytes.prefix(64)))
    if bytes.starts(with: [0x47, 0x49, 0x46, 0x38]) || isHEIC || isBitmap {
      return "pictures of this kind are not read; save it as PNG, JPEG or PDF"
    }
    if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF])
      || bytes.starts(with: [0x52, 0x61, 0x72, 0x21])
    {
      return "this is a packed archive; unpack it and name the files in it"
    }
    return nil
  }

  private static func isHTML(_ head: String) -> Bool {
    if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") { return true }
    guard head.hasPrefix("<?xml") || head.hasPrefix("<!--") || head.hasPrefix("<head") || head.hasPrefix("<body") else {
      return false
    }
    return head.contains("<html") || head.contains("<body")
  }

  /// Whether the file begins with mail headers, among them one that every mail has.
  private static func looksLikeMail(_ bytes: [UInt8]) -> Bool {
    // Most texts show in their first word that they are none.
    let word = bytes.prefix(80).prefix { $0 != 0x20 && $0 != 0x3A }
    guard let mark = bytes.dropFirst(word.count).first, mark == 0x3A || word.isEmpty || word.elementsEqual("From".utf8)
    else { return false }
    let typical: Set<Substring> = ["from", "received", "return-path", "message-id", "mime-version", "delivered-to"]
    var (headers, known) = (0, 0)
    let head = String(decoding: bytes.prefix(8192), as: UTF8.self)
    for line in head.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.isEmpty { break }
      if line.first == " " || line.first == "\t" { continue }
      if headers == 0, line.hasPrefix("From ") { continue }
      guard let colon = line.firstIndex(of: ":"),
        line[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
      else { return false }
      headers += 1
      if typical.contains(line[..<colon].lowercased()[...]) { known += 1 }
    }
    return known >= 2 && headers >= 3
  }

  /// Whether decoded text holds what no text holds.
  static func isBinary(_ bytes: [UInt8]) -> Bool {
    let odd = bytes.count { $0 == 0 || ($0 < 0x20 && ![0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B].contains($0)) }
    return bytes.contains(0) || (odd > 4 && odd * 50 > bytes.count)
  }
}

extension Sequence<UInt8> {
  /// Whether the ASCII bytes of `text` stand somewhere in the sequence.
  func contains(sequence text: String) -> Bool {
    let (bytes, wanted) = (Array(self), Array(text.utf8))
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { bytes[$0] == first && bytes[$0...].starts(with: wanted) }
  }
}
