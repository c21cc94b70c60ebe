/// How much a file may cost. Answers come from anyone, so nothing is unbounded.
public struct ReadingLimits: Sendable {
  /// The greatest size of a file or an attachment, in bytes.
  public var fileBytes = 100 << 20
  /// How long an external tool may run, in seconds of wall time.
  public var toolSeconds = 60.0
  /// The greatest output of an external tool, in bytes.
  public var toolOutputBytes = 64 << 20
  /// The greatest number of entries in a zip.
  public var zipEntries = 4_000
  /// The greatest inflated size of one entry of a zip, in bytes.
  public var zipEntryBytes = 64 << 20
  /// The greatest inflated size of all that is read from one zip, in bytes.
  public var zipTotalBytes = 256 << 20
  /// How many times larger than its packed form an entry over 1 MiB may be.
  public var zipRatio = 200
  /// The greatest size of all that is unpacked from one file, archives within it included, in bytes.
  public var unpackedBytes = 256 << 20
  /// The greatest number of parts of one file: attachments, entries of an archive, mails of a mailbox.
  public var parts = 20_000
  /// The greatest number of answers in one spreadsheet.
  public var answers = 20_000
  /// How long a conversion by a word processor may take, in seconds of wall time.
  public var conversionSeconds = 60.0
  /// Where external tools are looked for, folders parted by colons.
  public var toolFolders = "/usr/bin:/bin"
  /// How deep attachments and archives are followed: 1 is a file attached to a mail.
  public var attachmentDepth = 3
  /// The greatest number of attachments that are read from one mail.
  public var attachments = 100
  /// The greatest number of pages of pictures that are recognised in one file.
  public var recognizedPages = 300
  /// The folder in which recognised pages are kept, so that none is recognised twice; nil keeps none.
  public var pageCache: String?
  /// The program that recognises text in pictures, where it is not the usual one.
  var recognizer: String?

  /// The limits that suit a hearing.
  public init() {}
}
