internal import PejlText

/// Which responses earlier runs have tagged.
public enum DoneResponses {
  /// The identifiers of the tagged responses in the outputs `paths` of ``TagStream``; what could not be tagged is not done, nor
  /// is a last line that was not written to its end.
  ///
  /// - Throws: ``InvalidInput`` when a file cannot be read or is no such output.
  public static func read(_ paths: [String]) throws -> Set<String> {
    var done: Set<String> = []
    for path in paths {
      try LineReader.read(path) { batch in
        guard batch.bytes.last == 0x0A else { return false }
        for (number, line) in batch.lines {
          guard let head = try? JSONReader.firstMembers(2, of: line), head["id"] != nil || head["error"] != nil else {
            throw InvalidInput(
              code: "tag.done", "this is no line that \"pejl tag\" writes; name outputs of it", path: path, line: number
            )
          }
          if head["error"] == nil, let id = head["id"]?.text { done.insert(id) }
        }
        return true
      }
    }
    return done
  }
}
