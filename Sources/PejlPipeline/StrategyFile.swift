internal import PejlIngest
public import PejlTagging
public import PejlText

/// Reads the text of the strategy that was sent in hearing.
public enum StrategyFile {
  /// The text in the file `input`, and a finding for what in it could not be read. It never throws: without the text, answers
  /// are compared with the codebook's wordings alone.
  public static func read(_ input: Pipeline.Input) async -> (text: StrategyText?, unread: [Diagnostic]) {
    let (documents, refusals) = await input.reader().read(path: input.path)
    let unread = refusals.map { refusal in
      var refusal = refusal
      refusal.path = input.name + (refusal.path ?? input.path).dropFirst(input.path.count)
      return refusal
    }
    return (documents.isEmpty ? nil : StrategyText(documents.map(\.document)), unread)
  }
}
