public import PejlAnalysis
internal import PejlHearing
internal import PejlPrivacy
public import PejlReport
internal import PejlSegment
internal import PejlTagging
internal import PejlText

/// All personal data of a run, with what persons decided on it.
public struct PrivacyReview: Sendable {
  /// What there is to decide, by kind, then in the order of the responses.
  public let items: [PrivacyItem]
  /// Decided values that stand nowhere any more.
  public let gone: [PrivacyItem]

  /// Looks through `analysis`: texts, names of files, what files say of themselves, and what the hearing says of parties and
  /// annexes. A decision to keep holds only in the responses that its file names: where the value has turned up in another
  /// response since, it is open again.
  public init(_ analysis: Analysis, decisions: PublishFile?) {
    var collector = Collector()
    for response in analysis.responses { collector.add(response) }
    for finding in analysis.unread {
      if let path = finding.path { collector.add(path, .fileName) }
    }
    let hearing = analysis.hearing
    let stated = [hearing.title, hearing.strategy?.title, hearing.period?.note, hearing.period?.manner]
    for text in stated.compactMap(\.self) + hearing.annexes.map(\.title)
      + hearing.respondents.flatMap({ [$0.name] + $0.members.map(\.name) })
    {
      collector.add(text, .hearing)
    }
    let decided = Dictionary((decisions?.items ?? []).map { ($0.secret, $0) }) { first, _ in first }
    items = collector.sorted.map { item in
      guard let decision = decided[item.secret], decision.choice != .open else { return item }
      var item = item
      let isNew = decision.choice == .keep && !item.responses.isSubset(of: decision.responses)
      item.choice = isNew ? .open : decision.choice
      item.author = decision.author
      item.date = decision.date
      item.reason = decision.reason
      item.line = decision.line
      return item
    }
    let met = Set(items.map(\.secret))
    gone = (decisions?.items ?? []).filter { $0.choice != .open && !met.contains($0.secret) }
  }

  /// What nobody has decided yet.
  public var open: [PrivacyItem] { items.filter { $0.choice == .open } }

  /// The number of items by kind, and of those that are open.
  public var counts: [PrivacyCount] {
    PrivacyKind.allCases.compactMap { kind in
      let own = items.filter { $0.kind == kind }
      guard !own.isEmpty else { return nil }
      return PrivacyCount(
        kind: kind.rawValue, found: own.count, open: own.count { $0.choice == .open },
        masked: own.count { $0.choice == .mask }, kept: own.count { $0.choice == .keep })
    }
  }

  /// Gathers findings by value.
  private struct Collector {
    private let scanner = PrivacyScanner()
    private var items: [PrivacyMask.Secret: PrivacyItem] = [:]
    private var order: [PrivacyMask.Secret] = []
    private static let around = 40

    var sorted: [PrivacyItem] {
      let rank = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
      return order.compactMap { items[$0] }.sorted {
        ($0.kind, rank[$0.secret] ?? 0) < ($1.kind, rank[$1.secret] ?? 0)
      }
    }

    mutating func add(_ response: TaggedResponse) {
      let text = response.document.text
      var passages = response.passages[...]
      for finding in scanner.scan(text) {
        while let first = passages.first, first.passage.span.end <= finding.span.start { passages.removeFirst() }
        let passage = passages.first?.passage
        note(
          finding, in: text,
          PrivacyItem.Place(
            part: .text, response: response.id, passage: passage?.id, page: passage?.page,
            context: context(text, finding.span)))
      }
      add(response.file, .fileName, response: response.id)
      let metadata = response.document.metadata
      for text in [metadata.title, metadata.senderName, metadata.senderAddress].compactMap(\.self) {
        add(text, .metadata, response: response.id)
      }
    }

    mutating func add(_ string: String, _ part: PrivacyItem.Place.Part, response: String = "") {
      let text = UTF8Text(string)
      for finding in scanner.scan(text) {
        note(finding, in: text, PrivacyItem.Place(part: part, response: response, context: context(text, finding.span)))
      }
    }

    private mutating func note(_ finding: PrivacyFinding, in text: UTF8Text, _ place: PrivacyItem.Place) {
      let secret = PrivacyMask.Secret(kind: finding.kind, value: finding.value)
      if items[secret] == nil {
        order.append(secret)
        items[secret] = PrivacyItem(kind: finding.kind, value: finding.value)
      }
      items[secret]?.written.insert(text[finding.span])
      if items[secret]?.beside == nil { items[secret]?.beside = finding.beside.map { text[$0] } }
      items[secret]?.places.append(place)
    }

    /// The words around `span`, on one line.
    private func context(_ text: UTF8Text, _ span: TextSpan) -> String {
      var start = max(0, span.start - Self.around)
      var end = min(text.count, span.end + Self.around)
      while start < span.start, text.bytes[start] & 0xC0 == 0x80 { start += 1 }
      while end < text.count, text.bytes[end] & 0xC0 == 0x80 { end += 1 }
      let folded = text[TextSpan(start, end)].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return (start > 0 ? "…" : "") + folded + (end < text.count ? "…" : "")
    }
  }
}
