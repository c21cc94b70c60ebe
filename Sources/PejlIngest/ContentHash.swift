/// The hash that names the content of a file.
public enum ContentHash {
  /// The SHA-256 of `bytes` in lower-case hexadecimal.
  public static func sha256(_ bytes: [UInt8]) -> String { GLib.sha256(bytes) }
}
