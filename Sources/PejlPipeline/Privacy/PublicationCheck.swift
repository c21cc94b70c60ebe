internal import PejlIngest
internal import PejlPrivacy
public import PejlText

/// The second look at a publication: reads every file that was written, takes zips apart, and looks for what should be hidden.
public struct PublicationCheck: Sendable {
  private let search: LeakSearch
  private let kept: Set<String>
  private static let depth = 4

  /// A check against what `review` masks.
  public init(_ review: PrivacyReview) {
    self.init(
      values: review.masked.flatMap { [$0.value] + $0.written.sorted() },
      kept: Set(review.items.filter { $0.choice == .keep }.map(\.value)))
  }

  /// A check against `values`, with the personal numbers that are to stay.
  package init(values: [String], kept: Set<String>) {
    search = LeakSearch(values)
    self.kept = kept
  }

  /// What is left in the files below `folder`, hidden ones too: an error for each file and value, which the message does not
  /// repeat in full.
  ///
  /// - Throws: ``InvalidInput`` when a file cannot be read, or a zip cannot be taken apart.
  public func leaks(in folder: String) throws -> [Diagnostic] {
    try Files.list(folder, hidden: true).flatMap { name in
      try leaks(in: Files.read("\(folder)/\(name)"), name: name, depth: Self.depth)
    }
  }

  /// What stands in the files `names` of the folder at `path`, which Pejl did not write: an error for each file.
  ///
  /// - Throws: ``InvalidInput`` as ``leaks(in:)`` does.
  func leaks(in names: [String], beside path: String) throws -> [Diagnostic] {
    try names.compactMap { name in
      guard try !leaks(in: Files.read("\(path)/\(name)"), name: name, depth: Self.depth).isEmpty else { return nil }
      return Diagnostic(
        .error, code: "publish.foreign-leak",
        "this file was not written by pejl and holds what is to be masked; take it out of the folder or publish into another; nothing is published",
        path: "\(path)/\(name)")
    }
  }

  private func leaks(in bytes: [UInt8], name: String, depth: Int) throws -> [Diagnostic] {
    // Capitals say nothing in names that are made of those of answers.
    var found = Set(search.leaks(inName: name, isAnyCase: name.hasPrefix("responses/")))
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
      found.formUnion(search.leaks(in: bytes))
      let numbers = PrivacyScanner().scan(UTF8Text(String(decoding: bytes, as: UTF8.self)))
      found.formUnion(numbers.filter { $0.kind == .cpr && !kept.contains($0.value) }.map(\.value))
      return found.sorted().map { diagnostic($0, name) }
    }
    guard depth > 0 else {
      throw InvalidInput(
        code: "publish.depth", "zips lie too deep in one another to be checked; take the inner ones out", path: name)
    }
    var result = found.sorted().map { diagnostic($0, name) }
    let archive = try ZipArchive(bytes, limits: .ownFiles)
    for entry in archive.names where !entry.hasSuffix("/") {
      result += try leaks(in: archive.read(entry) ?? [], name: "\(name)/\(entry)", depth: depth - 1)
    }
    return result
  }

  private func diagnostic(_ value: String, _ name: String) -> Diagnostic {
    let shown = value.prefix(2) + String(repeating: "*", count: max(0, value.count - 2))
    return Diagnostic(
      .error, code: "publish.leak",
      "\"\(shown)\" was to be masked and stands here still; nothing is published. If the codebook or an identifier in hearing.xml holds it, change it there",
      path: name)
  }
}
