internal import PejlText

/// The old container of Microsoft's programs, which is recognised but not read.
enum CompoundFile {
  /// Why this one is not read, by what the names in its directory say.
  static func refusal(of bytes: [UInt8]) -> InvalidInput {
    if holds("EncryptedPackage", bytes) {
      return PejlIngest.refusal(
        "encrypted",
        "the file is protected by a password; open it in its program, take the password off and save it again")
    }
    if holds("WordDocument", bytes) {
      return PejlIngest.refusal(
        "old-word", "the old DOC format is not read; open it in a word processor and save it as DOCX")
    }
    if holds("__substg1.0_", bytes) {
      return PejlIngest.refusal("unsupported", "Outlook's MSG format is not read; save the mail as EML or PDF")
    }
    return PejlIngest.refusal(
      "unsupported", "this is a file of an older Office program; open it there and save it as DOCX or PDF")
  }

  /// Whether the name stands in the file as the directory writes it, in UTF-16.
  private static func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
    let wanted = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    // Entries of the directory are 128 bytes long and begin at multiples of that.
    var index = 0
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) { return true }
      index += 128
    }
    return false
  }
}
