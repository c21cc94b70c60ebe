/// A picture in shades of grey, as `pdftoppm -gray` writes it (PGM).
enum GrayPicture {
  /// Whether hardly anything darker than the paper is on the picture in the file at `path`.
  static func isBlank(_ path: String, limit: Int) throws -> Bool {
    let bytes = try FileBytes.read(path: path, limit: limit)
    // A few specks are no text.
    return bytes.dropFirst(20).count { $0 < 160 } < 100
  }
}
