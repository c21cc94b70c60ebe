internal import PejlText

/// Reads a mail that Outlook saved (MSG, MS-OXMSG), with what is attached to it.
struct OutlookReader: DocumentReader {
  func read(_ source: SourceFile) async throws -> ReadContent {
    let folder = try CompoundFolder(source.bytes)
    var content = try MailReader.content(of: Self.message(folder, owner: .message), source: source)
    if folder.leftOut > 0 {
      content.refusals.append(
        Diagnostic(
          .error, code: "ingest.damaged",
          "\(folder.leftOut) parts of the mail are damaged and were not read; open it in Outlook and save it again",
          path: source.name))
    }
    return content
  }

  private static let smtpAddresses: [UInt16] = [0x5D01, 0x5D02, 0x0C1F, 0x0065]

  /// The message in `folder`, in the shape in which other mail comes.
  static func message(_ folder: CompoundFolder, owner: OutlookProperties.Owner) -> MimeMessage {
    let properties = OutlookProperties(folder, owner: owner)
    // What a mail brought along from the outside says more than what Outlook made of it.
    let headers = properties.string(0x007D).flatMap { MimeMessage(Array("\($0)\r\n\r\n".utf8)) }
    let addresses = smtpAddresses.compactMap { properties.string($0) }
    var root = MimePart(type: "multipart/mixed")
    root.parts = bodies(properties)
    let pages = root.parts.filter { $0.type == "text/html" }
    for (name, inner) in folder.folders where name.hasPrefix("__attach_version1.0_") {
      root.parts.append(attachment(inner, number: root.parts.count, pages: pages))
    }
    return MimeMessage(
      subject: properties.string(0x0037), senderName: properties.string(0x0C1A) ?? properties.string(0x0042),
      senderAddress: addresses.first { $0.contains("@") } ?? headers?.senderAddress,
      date: headers?.date ?? properties.day(0x0039) ?? properties.day(0x0E06), root: root)
  }

  /// The text in the best of the forms that Outlook keeps it in.
  private static func bodies(_ properties: OutlookProperties) -> [MimePart] {
    var alternatives = MimePart(type: "multipart/alternative")
    if let text = properties.string(0x1000) {
      alternatives.parts.append(MimePart(type: "text/plain", charset: "utf-8", bytes: Array(text.utf8)))
    }
    if let page = properties.bytes(0x1013) {
      let codePage = properties.number(0x3FDE).map { $0 == 65_001 ? "utf-8" : "windows-\($0)" }
      alternatives.parts.append(MimePart(type: "text/html", charset: codePage, bytes: page))
    } else if let page = properties.string(0x1013) {
      alternatives.parts.append(MimePart(type: "text/html", charset: "utf-8", bytes: Array(page.utf8)))
    }
    if !alternatives.parts.isEmpty { return [alternatives] }
    guard let rtf = properties.bytes(0x1009).flatMap(CompressedRTF.unpack), !rtf.isEmpty else { return [] }
    return [MimePart(type: "application/rtf", fileName: "body.rtf", bytes: rtf)]
  }

  private static func attachment(_ folder: CompoundFolder, number: Int, pages: [MimePart]) -> MimePart {
    let properties = OutlookProperties(folder, owner: .attachment)
    let name = properties.string(0x3707) ?? properties.string(0x3704) ?? properties.string(0x3001)
    if let inner = properties.message(0x3701) {
      let message = message(inner, owner: .innerMessage)
      return MimePart(
        type: "message/rfc822", fileName: "\(message.subject ?? name ?? "mail-\(number)").eml",
        bytes: MailWriter.bytes(message))
    }
    let identifier = properties.string(0x3712)
    var part = MimePart(
      type: properties.string(0x370E)?.lowercased() ?? "application/octet-stream",
      fileName: name ?? "attachment-\(number)", bytes: properties.bytes(0x3701) ?? [])
    // A picture that the page shows belongs to its layout, unless somebody also hung it on.
    part.hasIdentifier = identifier != nil
    part.isAttachment = identifier.map { id in !pages.contains { $0.bytes.contains(sequence: "cid:\(id)") } } ?? true
    if properties.number(0x7FFE) == 1 { part.isAttachment = false }
    return part
  }
}
