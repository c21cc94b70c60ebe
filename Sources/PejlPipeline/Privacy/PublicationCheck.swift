internal import PejlIngest
internal import PejlPrivacy
public import PejlText

/// The second look at a publication: reads every file that was written, takes zips apart, and looks for what should be hidden.
public struct PublicationCheck: Sendable {
  private let search: LeakSearch
  private let kept: Set<String>
  private let identifiers: Set<String>
  private let blank: [String: [UInt8]]
  private static let depth = 4

  /// A check against what `review` masks.
  ///
  /// - Parameters:
  ///   - review: what was decided.
  ///   - identifiers: those of the passages that are published.
  ///   - blank: a zip whose parts hold no text of a hearing, as a workbook without content: the same parts of another zip are
  ///     passed over, of which one names the writing systems of the world ("Hans").
  /// - Throws: ``InvalidInput`` when `blank` is no zip.
  public init(_ review: PrivacyReview, identifiers: some Sequence<String>, blank: [UInt8]) throws {
    try self.init(
      values: review.masked.flatMap { [$0.value] + $0.written.sorted() },
      kept: Set(review.items.filter { $0.choice == .keep }.map(\.value)), identifiers: identifiers, blank: blank)
  }

  /// A check against `values`, with the personal numbers that are to stay.
  package init(
    values: [String], kept: Set<String>, identifiers: some Sequence<String> = EmptyCollection(), blank: [UInt8]? = nil
  ) throws {
    search = LeakSearch(values)
    self.kept = kept
    self.identifiers = Set(identifiers)
    let archive = try blank.map { try ZipArchive($0, limits: .ownFiles) }
    var parts: [String: [UInt8]] = [:]
    for entry in archive?.names ?? [] { parts[entry] = try archive?.read(entry) }
    self.blank = parts
  }

  /// What is left in the files below `folder`, hidden ones too: an error for each file and value, which the message does not
  /// repeat in full.
  ///
  /// - Parameters:
  ///   - folder: the folder's path.
  ///   - workers: how many files are looked through at once; the result is the same.
  /// - Returns: the errors, in the order of the files.
  /// - Throws: ``InvalidInput`` when a file cannot be read, or a zip cannot be taken apart.
  public func leaks(in folder: String, workers: Int = 1) async throws -> [Diagnostic] {
    let names = try Files.list(folder, hidden: true)
    let work = WorkCounter(names.count)
    let found = try await withThrowingTaskGroup(of: [(Int, [Diagnostic])].self) { group in
      for _ in 0..<workers {
        group.addTask {
          var found: [(Int, [Diagnostic])] = []
          while let index = work.take() {
            let bytes = try Files.read("\(folder)/\(names[index])")
            found.append((index, try leaks(in: bytes, name: names[index], depth: Self.depth)))
          }
          return found
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    return found.sorted { $0.0 < $1.0 }.flatMap(\.1)
  }

  /// What stands in the files `names` of the folder at `path`, which Pejl did not write: an error for each file.
  ///
  /// - Throws: ``InvalidInput`` as ``leaks(in:workers:)`` does.
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
      found.formUnion(numbers(in: UTF8Text(String(decoding: bytes, as: UTF8.self))))
      return found.sorted().map { diagnostic($0, name) }
    }
    guard depth > 0 else {
      throw InvalidInput(
        code: "publish.depth", "zips lie too deep in one another to be checked; take the inner ones out", path: name)
    }
    var result = found.sorted().map { diagnostic($0, name) }
    let archive = try ZipArchive(bytes, limits: .ownFiles)
    for entry in archive.names where !entry.hasSuffix("/") {
      let bytes = try archive.read(entry) ?? []
      if blank[entry] != bytes { result += try leaks(in: bytes, name: "\(name)/\(entry)", depth: depth - 1) }
    }
    return result
  }

  /// The personal numbers in `text` that are not to stay.
  private func numbers(in text: UTF8Text) -> [String] {
    PrivacyScanner().personalNumbers(text).filter { !kept.contains($0.value) && !isIdentifier($0.span, in: text) }
      .map(\.value)
  }

  /// Whether the number at `span` ends the identifier of a passage: of many thousand hashes some look like a personal number.
  private func isIdentifier(_ span: TextSpan, in text: UTF8Text) -> Bool {
    var start = span.start
    while start > 0, Self.isOfIdentifier(text.bytes[start - 1]) { start -= 1 }
    return identifiers.contains(text[TextSpan(start, span.end)])
  }

  private static func isOfIdentifier(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: byte >= 0x80
    }
  }

  private func diagnostic(_ value: String, _ name: String) -> Diagnostic {
    let shown = value.prefix(2) + String(repeating: "*", count: max(0, value.count - 2))
    return Diagnostic(
      .error, code: "publish.leak",
      "\"\(shown)\" was to be masked and stands here still; nothing is published. If the codebook or an identifier in hearing.xml holds it, change it there",
      path: name)
  }
}
