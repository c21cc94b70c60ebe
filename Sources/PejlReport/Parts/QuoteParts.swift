internal import PejlAnalysis
internal import PejlHearing

/// What stands around quotes on many pages, rendered once for all.
public struct QuoteParts: Sendable {
  /// By place of the party: how it is chosen in filters.
  let senderOptions: [[UInt8]]
  /// What stands behind a quote that only one answer has.
  let plainEnd: [UInt8]
  /// By place of the shared text: what stands behind its quotes on pages of codes.
  let sharedEnds: [[UInt8]]
  /// What stands before quotes whose words have been shown already.
  let repeats: [UInt8]
  /// By place of the party: its row among the senders on pages of codes, cut where address and counts stand.
  private let senderRows: [[[UInt8]]]
  /// By number: the cell of a table with it.
  private let cells: [[UInt8]]
  private static let knownCells = 1_000

  init(_ context: ReportContext, _ renderer: ReportRenderer) throws {
    let words = context.words
    senderOptions = try context.senderOptions.map { try renderer.item("sender-option", $0) }
    plainEnd = try renderer.end(ofQuote: [:])
    repeats = try renderer.repeats()
    sharedEnds = try context.analysis.sharedTexts.enumerated().map { place, text in
      try renderer.end(ofQuote: [
        "root": "../", "sameText": context.sameText(text),
        "sameTextAddress": context.sharedPages.address(ofText: place),
      ])
    }
    senderRows = try context.analysis.parties.enumerated().map { place, party in
      try renderer.pieces(
        ofItem: "sender-row",
        [
          "root": "../", "senderAnchor": ReportContext.anchor(ofParty: place), "sender": context.partyNames[place],
          "senderKind": words["kind.\(party.kind.rawValue)"], "senderAddress": Gap(), "counts": Gap(),
        ])
    }
    cells = try (0..<Self.knownCells).map { try Self.cell($0, words, renderer) }
  }

  /// The row of the party at `place` on pages of codes.
  func row(
    _ place: Int, address: String, counts: ArraySlice<Int>, _ words: Words, _ renderer: ReportRenderer
  ) throws -> [UInt8] {
    let row = senderRows[place]
    var bytes = row[0] + address.utf8 + row[1]
    for count in counts {
      bytes += cells.indices.contains(count) ? cells[count] : try Self.cell(count, words, renderer)
    }
    return bytes + row[2]
  }

  private static func cell(_ count: Int, _ words: Words, _ renderer: ReportRenderer) throws -> [UInt8] {
    try renderer.item("count-cell", ["count": words.number(count), "isZero": count == 0])
  }
}
