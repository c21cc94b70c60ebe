public import PejlText

/// One thing that reading a file gave.
public enum ReadOutcome: Sendable {
  /// The documents in it: the file itself and what is attached to it.
  case documents([ReadDocument])
  /// Why it, or something attached to it, was not read.
  case refused(Diagnostic)
}

/// A document that was read, with the name and the hash of the bytes that it came from.
public struct ReadDocument: Sendable {
  /// The name of the file, or `mail.eml/attachment.pdf` for an attachment.
  public let name: String
  /// What was read.
  public let document: Document
  /// The SHA-256 of the file's, or the attachment's, bytes in lower-case hexadecimal.
  public let sha256: String
  /// What tells it from the other documents of its file, from the outside in: `["2-letter"]` for the second attachment
  /// of a mail. Empty for the file itself.
  public let key: [String]

  /// A document that was read.
  public init(name: String, document: Document, sha256: String, key: [String] = []) {
    self.name = name
    self.document = document
    self.sha256 = sha256
    self.key = key
  }
}
