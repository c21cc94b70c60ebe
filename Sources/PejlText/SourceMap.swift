/// The way from the extracted text back to the file that it came from.
public struct SourceMap: Hashable, Sendable {
  /// A stretch of extracted text and the stretch of the source that it stands for.
  public struct Run: Hashable, Sendable {
    /// The stretch in the extracted text.
    public let text: TextSpan
    /// The index of the part in ``SourceMap/parts``.
    public let part: Int
    /// The stretch in the part's raw text, in bytes: the file itself for plain text, otherwise the part's text in UTF-8
    /// before anything was repaired.
    public let source: TextSpan

    /// A run.
    public init(text: TextSpan, part: Int, source: TextSpan) {
      self.text = text
      self.part = part
      self.source = source
    }
  }

  /// The names of the parts of the file, such as `word/document.xml` or `page 3`; `file` for a file without parts.
  public let parts: [String]
  /// The runs, rising in the extracted text.
  public let runs: [Run]

  /// A map; runs must rise.
  public init(parts: [String], runs: [Run]) {
    self.parts = parts
    self.runs = runs
  }

  /// The part and the byte offset in its raw text that the extracted text's `offset` stands for, where there is one.
  public func place(of offset: Int) -> (part: String, offset: Int)? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].text.end <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < runs.count, runs[low].text.start <= offset else { return nil }
    let run = runs[low]
    let inside = run.text.length == run.source.length ? offset - run.text.start : 0
    return (parts[run.part], run.source.start + inside)
  }
}
