internal import PejlPipeline

/// Where drafts go: a file, or standard output.
enum DraftOutput {
  /// Writes the draft `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: the draft.
  ///   - output: the file, which is replaced only when it is an untouched template; nil for standard output.
  ///   - mark: what a person takes away when the draft is gone through.
  ///   - isQuiet: whether nothing is said of it.
  /// - Throws: ``InvalidInput`` when the file cannot be written.
  static func write(_ bytes: [UInt8], to output: String?, mark: String, isQuiet: Bool) throws {
    guard let output else {
      print(String(decoding: bytes, as: UTF8.self), terminator: "")
      return
    }
    try NewHearing.put(bytes, at: output)
    if !isQuiet { print("\(output): a draft; go through it and take \(mark) away") }
  }
}
