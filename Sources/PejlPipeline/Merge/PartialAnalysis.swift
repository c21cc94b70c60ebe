public import PejlHearing
public import PejlTagging
public import PejlText

/// What several runs of ``TagStream`` found, put together as one run would have found it.
public struct PartialAnalysis: Sendable {
  /// The responses, in no particular order.
  public private(set) var responses: [TaggedResponse] = []
  /// One finding for each thing that could not be read.
  public private(set) var unread: [Diagnostic] = []

  let hearing: Hearing
  private let fingerprint: String
  /// By identifier: the place of the response among the documents of its file, where it is not the first.
  private(set) var partPlaces: [String: Int] = [:]
  private var places: [String: (path: String, line: Int)] = [:]
  private var refused: [(id: String?, finding: Diagnostic)] = []

  /// The parts in the files at `paths`, in any order.
  ///
  /// - Parameters:
  ///   - paths: outputs with ``TagStream/Detail/partial``.
  ///   - hearing: the case that they belong to.
  ///   - fingerprint: the ``CodebookLoader/fingerprint(_:)`` of the codebook that they must have been tagged with.
  /// - Throws: ``InvalidInput`` with file and line when a response stands there twice, or a line is broken, lacks what reports
  ///   need, or was made with another codebook.
  public init(_ paths: [String], hearing: Hearing, fingerprint: String) throws {
    self.hearing = hearing
    self.fingerprint = fingerprint
    var faults: [Diagnostic] = []
    for path in paths {
      try LineReader.read(path) { batch in
        for (number, line) in batch.lines {
          do {
            try add(line, path, number)
          } catch let error as InvalidInput {
            faults += error.diagnostics
          }
          // More would not help, and another codebook is wrong on every line.
          if faults.count >= 20 { throw InvalidInput(faults) }
        }
        return true
      }
    }
    guard faults.isEmpty else { throw InvalidInput(faults) }
    settle()
  }

  /// Checks that something is there for each of `inputs`.
  ///
  /// - Throws: ``InvalidInput`` with a finding for each that is missing.
  public func check(_ inputs: [Pipeline.Input]) throws {
    let known = Set(responses.map(\.file) + unread.compactMap(\.path))
    // An attachment is called by the name of its mail with its own behind it.
    let mails = Set(
      known.flatMap { name in name.indices.filter { name[$0] == "/" }.map { String(name[..<$0]) } })
    let missing = inputs.filter { !known.contains($0.name) && !mails.contains($0.name) }
    guard missing.isEmpty else {
      throw InvalidInput(
        missing.map {
          Diagnostic(
            .error, code: "merge.missing", "no part holds this answer; tag it, or name the part that holds it",
            path: $0.path)
        })
    }
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, _ path: String, _ number: Int) throws {
    let line: PartialLine
    do {
      line = try PartialLine(bytes)
    } catch {
      throw InvalidInput(code: "merge.line", error.message, path: path, line: number)
    }
    switch line.content {
    case .unread(let finding): refused.append((line.id, finding))
    case .response(let parts):
      guard parts.fingerprint == fingerprint else {
        throw InvalidInput(
          code: "merge.codebook",
          "this was tagged with another codebook (\(parts.fingerprint), and this one is \(fingerprint)); tag it again with this one",
          path: path, line: number)
      }
      if let first = places.updateValue((path, number), forKey: parts.id) {
        places[parts.id] = first
        throw InvalidInput(
          code: "merge.duplicate",
          "the response \"\(parts.id)\" stands at \(first.path):\(first.line) too; name each part once, and give each response an identifier of its own",
          path: path, line: number)
      }
      do {
        responses.append(try parts.response(in: hearing))
        if parts.place > 0 { partPlaces[parts.id] = parts.place }
      } catch {
        throw InvalidInput(code: "merge.line", error.message, path: path, line: number)
      }
    }
  }

  /// What could not be read at first and was tagged later counts as read; the same refusal counts once.
  private mutating func settle() {
    var seen: Set<Diagnostic> = []
    for (id, finding) in refused where id.map({ places[$0] == nil }) ?? true {
      if seen.insert(finding).inserted { unread.append(finding) }
    }
  }
}
