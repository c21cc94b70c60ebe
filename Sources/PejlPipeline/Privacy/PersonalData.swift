internal import PejlAnalysis
internal import PejlHearing
internal import PejlPrivacy
internal import PejlSegment
internal import PejlTagging
internal import PejlText

/// One place where personal data stands.
struct PersonalData: Sendable, Hashable {
  let kind: PrivacyKind
  /// The same for each way to write it.
  let value: String
  /// How it is written there.
  let written: String
  /// The union or the sensitive word that a name stands beside.
  let beside: String?
  let place: PrivacyItem.Place
}

/// Finds personal data in responses.
struct PersonalDataSearch {
  private let find: @Sendable (UTF8Text) -> [PrivacyFinding]
  private static let around = 40

  /// A search for all that looks like personal data.
  init() {
    let scanner = PrivacyScanner()
    find = scanner.scan
  }

  /// A search for the values of `items`, however little says what they are.
  init(for items: [PrivacyItem]) {
    let mask = PrivacyMask(items.map(\.secret))
    find = { mask.written(in: $0) }
  }

  /// All of it in `response`: in its text, the name of its file, what the file says of itself, and what is said of the file.
  func data(in response: TaggedResponse) -> [PersonalData] {
    let text = response.document.text
    var passages = response.passages[...]
    var found = find(text).map { finding in
      while let first = passages.first, first.passage.span.end <= finding.span.start { passages.removeFirst() }
      let passage = passages.first?.passage
      return data(
        finding, in: text,
        PrivacyItem.Place(
          part: .text, response: response.id, passage: passage?.id, page: passage?.page,
          context: context(text, finding.span)))
    }
    found += data(in: response.file, .fileName, response: response.id)
    let metadata = response.document.metadata
    for text in [metadata.title, metadata.senderName, metadata.senderAddress, metadata.date].compactMap(\.self) {
      found += data(in: text, .metadata, response: response.id)
    }
    return found + response.document.notes.flatMap { data(in: $0.message, .note, response: response.id) }
      + response.passages.compactMap(\.decision).flatMap { decision in
        [decision.author, decision.note].compactMap(\.self).flatMap { numbers(in: $0, response: response.id) }
      }
  }

  /// All of it in `analysis` that stands in no response: in what is said of files that could not be read, and in the hearing.
  func data(beside analysis: Analysis) -> [PersonalData] {
    let hearing = analysis.hearing
    let stated = [
      hearing.authority, hearing.title, hearing.strategy?.title, hearing.period?.note, hearing.period?.manner,
    ]
    let texts =
      stated.compactMap(\.self) + hearing.annexes.map(\.title)
      + hearing.respondents.flatMap { [$0] + $0.members }.flatMap { [$0.name] + $0.aliases }
      + hearing.procedure + hearing.decisions.flatMap { [$0.body, $0.text].compactMap(\.self) }
    return analysis.unread.compactMap(\.path).flatMap { data(in: $0, .fileName) }
      + analysis.unread.flatMap { data(in: $0.message, .note) } + texts.flatMap { data(in: $0, .hearing) }
      + (analysis.decisions?.orphans ?? []).flatMap { orphan in
        [orphan.text, orphan.author].compactMap(\.self).flatMap { numbers(in: $0) }
      }
  }

  /// The personal numbers in what persons wrote with their decisions; nothing of it is published, but ordinary reports show it.
  private func numbers(in string: String, response: String = "") -> [PersonalData] {
    data(in: string, .note, response: response).filter { $0.kind == .cpr }
  }

  /// All of it in a short text.
  func data(in string: String, _ part: PrivacyItem.Place.Part, response: String = "") -> [PersonalData] {
    let text = UTF8Text(string)
    return find(text).map {
      data($0, in: text, PrivacyItem.Place(part: part, response: response, context: context(text, $0.span)))
    }
  }

  private func data(_ finding: PrivacyFinding, in text: UTF8Text, _ place: PrivacyItem.Place) -> PersonalData {
    PersonalData(
      kind: finding.kind, value: finding.value, written: text[finding.span], beside: finding.beside.map { text[$0] },
      place: place)
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
