public import PejlHearing
public import PejlText

/// Reads files of any format that Pejl knows into documents. It never throws: what cannot be read is refused by name.
public struct FileReader: Sendable {
  private let limits: ReadingLimits
  private let columns: [AnswerColumn]

  /// A reader that keeps to `limits`, and takes from spreadsheets what `columns` say.
  public init(limits: ReadingLimits = .init(), columns: [AnswerColumn] = []) {
    self.limits = limits
    self.columns = columns
  }

  /// The documents in the file at `path`, and a refusal for each thing in it that could not be read.
  public func read(path: String) async -> (documents: [ReadDocument], refusals: [Diagnostic]) {
    do {
      let bytes = try FileBytes.read(path: path, limit: limits.fileBytes)
      return await read(bytes: bytes, name: path)
    } catch {
      return ([], [Self.diagnostic(error, name: path)])
    }
  }

  /// The documents in `bytes`, which messages and results call `name`.
  public func read(bytes: [UInt8], name: String) async -> (documents: [ReadDocument], refusals: [Diagnostic]) {
    var documents: [ReadDocument] = []
    var refusals: [Diagnostic] = []
    var source = SourceFile(name: name, bytes: bytes, limits: limits)
    source.columns = columns
    for outcome in await outcomes(of: source) {
      switch outcome {
      case .documents(let read): documents += read
      case .refused(let diagnostic): refusals.append(diagnostic)
      }
    }
    return (documents, refusals)
  }

  private func outcomes(of source: SourceFile) async -> [ReadOutcome] {
    do {
      let content = try await FileFormat.reader(for: source).read(source)
      var outcomes: [ReadOutcome] = []
      if let document = content.document {
        var document = document
        if source.isCovered {
          let mail = source.name.split(separator: "/").dropLast().last ?? ""
          document.notes.append(
            Diagnostic(.note, code: "ingest.covered", "came with the mail \(mail), which only refers to it"))
        }
        outcomes.append(
          .documents([
            ReadDocument(
              name: source.name, document: ResidueRepair.repaired(Self.completed(document, from: source.sender)),
              sha256: ContentHash.sha256(source.bytes), key: source.key)
          ]))
      }
      outcomes += content.answers.map { answer in
        .documents([
          ReadDocument(
            name: "\(source.name)/\(answer.name)",
            document: ResidueRepair.repaired(Self.completed(answer.document, from: source.sender)),
            sha256: answer.sha256, key: source.key + [answer.key])
        ])
      }
      outcomes += content.refusals.map { .refused($0) }
      for attachment in content.attachments { outcomes += await self.outcomes(of: attachment) }
      return outcomes
    } catch {
      return [.refused(Self.diagnostic(error, name: source.name))]
    }
  }

  /// `document` with the sender of the mail that it was attached to, where it names none itself.
  private static func completed(_ document: Document, from mail: Document.Metadata?) -> Document {
    guard let mail else { return document }
    var metadata = document.metadata
    metadata.senderName = metadata.senderName ?? mail.senderName
    metadata.senderAddress = metadata.senderAddress ?? mail.senderAddress
    metadata.date = metadata.date ?? mail.date
    return Document(
      format: document.format, text: document.text, blocks: document.blocks, metadata: metadata,
      sourceMap: document.sourceMap, notes: document.notes,
      recognition: document.recognition)
  }

  /// Turns any error into one refusal of the file called `name`.
  private static func diagnostic(_ error: any Error, name: String) -> Diagnostic {
    guard var found = (error as? InvalidInput)?.diagnostics.first else {
      return Diagnostic(.error, code: "ingest.damaged", "the file could not be read (\(error))", path: name)
    }
    // Line numbers of XML inside a zip mean nothing to the user.
    found.line = nil
    found.path = name
    switch found.code {
    case "xml.doctype":
      found.code = "ingest.doctype"
      found.message =
        "the file's XML has a DOCTYPE or entities, which are never read; open it in its program and save it again"
    case "xml.not-well-formed":
      found.code = "ingest.damaged"
      found.message =
        "the file's XML is damaged (\(found.message)); open it in its program, repair it and save it again"
    case "xml.too-large":
      found.code = "ingest.too-large"
      found.message += "; split the file"
    default: break
    }
    return found
  }
}
