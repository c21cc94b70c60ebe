internal import PejlDanish
internal import PejlText

/// Mends what programs left behind in text: letter-spaced words, hyphens of lines that are gone, and characters that lost
/// their meaning. Only the reading is mended; the map to the source says what stood there.
///
/// A dictionary decides, so that nothing is put together that is not a word. It is opened only where there is something to
/// decide.
struct ResidueRepair {
  /// Behind so many places a file is not looked at further.
  static let mostPlaces = 5_000

  /// `document` as it should read.
  static func repaired(_ document: Document) -> Document {
    let places = ResiduePlaces(document)
    guard !places.isEmpty, let lexicon = try? Lexicon() else { return document }
    var edits =
      LetterSpacing(lexicon: lexicon).edits(places.spaced, document.text)
      + BrokenWords(lexicon: lexicon).edits(places.hyphens, document.text)
    let lost = LostCharacters(lexicon: lexicon).edits(places.lost, document.text)
    edits += lost
    edits.sort { $0.span < $1.span }
    var rising: [Document.Edit] = []
    for edit in edits where edit.span.start >= rising.last?.span.end ?? 0 { rising.append(edit) }
    var result = document.applying(
      rising,
      note: Diagnostic(
        .note, code: "ingest.mended",
        "\(rising.count) places with letters apart, broken words or lost characters are mended in the reading; compare quotes with the file"
      ))
    let open = places.lost.count - lost.count
    if open > 0, !document.notes.contains(where: { $0.code == "ingest.lost-characters" }) {
      result = result.noting(
        Diagnostic(
          .warning, code: "ingest.lost-characters",
          "\(open) characters could not be read and stand as they are; print the file to a new PDF or send the text itself"
        ))
    }
    return result
  }
}

extension Document {
  /// The document with one more thing that the user should know.
  fileprivate func noting(_ note: Diagnostic) -> Document {
    Document(
      format: format, text: text, blocks: blocks, metadata: metadata, sourceMap: sourceMap, notes: notes + [note],
      recognition: recognition)
  }
}
