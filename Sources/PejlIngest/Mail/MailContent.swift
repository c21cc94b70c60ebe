internal import PejlText

/// Which parts of a mail are its text and which are attached to it.
struct MailContent {
  /// The parts that are the mail's own text, in order.
  var bodies: [MimePart] = []
  var attachments: [MimePart] = []
  /// Pictures that belong to a page, calendars, cards and the like.
  var ornaments = 0
  var isEncrypted = false
  var isCut = false

  init(_ part: MimePart) { add(part) }

  private static let ornaments: Set<String> = [
    "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature", "text/calendar",
    "text/vcard", "text/x-vcard", "text/directory", "message/delivery-status", "text/rfc822-headers",
  ]

  private mutating func add(_ part: MimePart) {
    if part.isCut { isCut = true }
    switch part.type {
    case "multipart/alternative": addAlternatives(part.parts)
    case "multipart/related":
      for (index, child) in part.parts.enumerated() {
        if index > 0, child.type.hasPrefix("image/"), !child.isAttachment { ornaments += 1 } else { add(child) }
      }
    case "multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime": isEncrypted = true
    case let type where type.hasPrefix("multipart/"): for child in part.parts { add(child) }
    case let type where Self.ornaments.contains(type): ornaments += 1
    case "text/plain" where !part.isAttachment && part.fileName == nil,
      "text/html" where !part.isAttachment && part.fileName == nil:
      bodies.append(part)
    case let type where type.hasPrefix("image/") && !part.isAttachment && part.hasIdentifier: ornaments += 1
    default: attachments.append(part)
    }
  }

  /// Of several forms of one text the plain one, unless it is only a stub beside the page.
  private mutating func addAlternatives(_ parts: [MimePart]) {
    let contents = parts.map { MailContent($0) }
    for content in contents {
      attachments += content.attachments
      ornaments += content.ornaments
      isEncrypted = isEncrypted || content.isEncrypted
      isCut = isCut || content.isCut
    }
    let plain = contents.first { $0.bodies.first?.type == "text/plain" }?.bodies ?? []
    let page = contents.last { $0.bodies.contains { $0.type == "text/html" } }?.bodies ?? []
    let (plainLetters, pageLetters) = (Self.letters(plain), Self.letters(page))
    bodies += plainLetters == 0 || plainLetters * 3 < pageLetters ? (page.isEmpty ? plain : page) : plain
  }

  private static func letters(_ parts: [MimePart]) -> Int {
    parts.reduce(0) { sum, part in
      let document = MailReader.document(of: [part])
      return sum + document.build().text.bytes.count { !($0 < 0x30) }
    }
  }
}
