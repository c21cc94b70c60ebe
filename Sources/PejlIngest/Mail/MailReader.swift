internal import PejlText

/// Reads a mail (EML, RFC 5322): its best text, and what is attached to it as files of their own.
struct MailReader: DocumentReader {
  func read(_ source: SourceFile) async throws -> ReadContent {
    guard let message = MimeMessage(source.bytes) else {
      throw refusal("damaged", "this is no mail that can be read; save it again as EML, or as PDF")
    }
    return try Self.content(of: message, source: source)
  }

  /// The text of `message`, and what is attached to it.
  ///
  /// - Throws: ``InvalidInput`` when it is encrypted or holds nothing.
  static func content(of message: MimeMessage, source: SourceFile) throws -> ReadContent {
    let found = MailContent(message.root)
    guard !found.isEncrypted else {
      throw refusal(
        "encrypted", "the mail is encrypted; open it in its program and save it without encryption, or as PDF")
    }
    var content = ReadContent()
    let metadata = metadata(message)
    attach(found.attachments, to: &content, source: source, metadata: metadata)

    var builder = document(of: found.bodies)
    builder.metadata = metadata
    if found.ornaments > 0 {
      builder.notes.append(
        Diagnostic(
          .note, code: "ingest.ornaments",
          "\(found.ornaments) pictures, cards or signatures that belong to the mail's layout were left out"))
    }
    if found.isCut {
      builder.notes.append(
        Diagnostic(
          .warning, code: "ingest.too-deep", "parts of the mail lie too deep to be read; save what is in them as files")
      )
    }
    guard !builder.isEmpty || !found.attachments.isEmpty else {
      throw refusal("empty", "the mail has neither text nor attachment; ask the sender to send it again")
    }
    if !builder.isEmpty { content.document = builder.build() }
    link(&content)
    return content
  }

  /// Says of a mail that only refers to what is attached to it, and of what is attached, that they belong together.
  private static func link(_ content: inout ReadContent) {
    guard let document = content.document, !content.attachments.isEmpty else { return }
    let own = document.blocks.filter { [.paragraph, .heading, .listItem].contains($0.kind) }
    guard MailMarks.refersToAttachment(own.map { document.text[$0.span] }.joined(separator: " ")) else { return }
    let names = content.attachments.map { String($0.name.split(separator: "/").last ?? "") }
    content.document?.notes.append(
      Diagnostic(
        .note, code: "ingest.cover-mail",
        "the mail refers to what is attached to it, which is read as answers of its own: \(names.joined(separator: ", "))"
      ))
    for index in content.attachments.indices { content.attachments[index].isCovered = true }
  }

  /// A builder with the text of `parts`.
  static func document(of parts: [MimePart]) -> DocumentBuilder {
    var builder = DocumentBuilder(format: "mail")
    for (index, part) in parts.enumerated() {
      let name = parts.count == 1 ? "body" : "body \(index + 1)"
      if part.type == "text/html" {
        HTMLDocumentReader.append(part.bytes, declared: part.charset, part: name, isMail: true, to: &builder)
        continue
      }
      let decoded = TextDecoder(part.bytes, declared: part.charset ?? "us-ascii")
      builder.notes += decoded.notes.filter { $0.severity > .note || !$0.message.contains("us-ascii") }
      let text = MailText(
        part.isFlowed ? MailText.unflowed(decoded.bytes, deletesBlank: part.deletesBlank) : decoded.bytes)
      text.append(to: &builder, part: name)
      if text.isForward {
        builder.notes.append(
          Diagnostic(
            .note, code: "ingest.forwarded", "the mail only forwards another, whose text was read as the answer"))
      }
    }
    return builder
  }

  private static func metadata(_ message: MimeMessage) -> Document.Metadata {
    var metadata = Document.Metadata()
    metadata.title = message.subject
    metadata.senderName = message.senderName
    metadata.senderAddress = message.senderAddress
    metadata.date = message.date
    return metadata
  }

  private static func attach(
    _ parts: [MimePart], to content: inout ReadContent, source: SourceFile, metadata: Document.Metadata
  ) {
    var seen: [String: Int] = [:]
    for (index, part) in parts.enumerated() {
      var file = SourceFile.safe(part.fileName ?? "attachment-\(index + 1)").replacing("/", with: "_")
      let count = seen[file, default: 0] + 1
      seen[file] = count
      if count > 1 { file = "\(count)-\(file)" }
      let name = "\(source.name)/\(file)"
      if index >= source.limits.attachments {
        content.refusals.append(
          Diagnostic(
            .error, code: "ingest.too-many-attachments",
            "the mail has more than \(source.limits.attachments) attachments; save this one as a file of its own",
            path: name))
      } else if source.depth >= source.limits.attachmentDepth {
        content.refusals.append(
          Diagnostic(
            .error, code: "ingest.attachment-depth",
            "this lies in \(source.depth + 1) mails within one another; save it as a file of its own", path: name))
      } else {
        var attachment = source.part(name: file, key: "\(index + 1)-\(SourceFile.stem(file))", bytes: part.bytes)
        attachment.declaredType = part.type
        attachment.sender = metadata
        content.attachments.append(attachment)
      }
    }
  }
}
