internal import PejlHearing
public import PejlText
internal import PejlXML

/// A draft of `hearing.xml`, written after an agenda item: what is uncertain has a comment, what was not found is listed.
public struct HearingDraft: Sendable {
  /// What the agenda item says.
  public let item: AgendaItem
  /// The draft as XML that the schema of hearings accepts.
  public let bytes: [UInt8]
  /// What was not found, in the language of the draft.
  public let missing: [String]
  /// What a person must decide, in the language of the draft.
  public let doubts: [String]

  /// The draft of what the agenda item `document` says; the comment at its top calls the file `name`.
  ///
  /// - Throws: ``InvalidInput`` when the document has nothing that an agenda item has.
  public init(_ document: Document, name: String) throws {
    let item = AgendaReader().read(document)
    guard item.caseNumber != nil || !item.annexes.isEmpty || !item.decisions.isEmpty || !item.heard.isEmpty else {
      throw InvalidInput(
        code: "draft.no-agenda-item",
        "this does not look like an agenda item: there is no case number, no list of annexes, no decision and no list of who was heard; give the item of the agenda that treats the case",
        path: name)
    }
    var writer = HearingDraftWriter(item: item, name: name)
    self.item = item
    bytes = try writer.write()
    missing = writer.missing
    doubts = writer.doubts
  }
}

/// Writes a draft of a hearing.
struct HearingDraftWriter {
  let item: AgendaItem
  let name: String
  var missing: [String] = []
  var doubts: [String] = []
  private let labels = LabelList.danish
  private let words = DraftWords.danish
  private var ids = UniqueNames()

  init(item: AgendaItem, name: String) {
    self.item = item
    self.name = name
  }

  mutating func write() throws -> [UInt8] {
    let xml = XMLWriter()
    let tree = PartyTree(heard: item.heard, senders: item.annexes.compactMap(\.sender), labels: labels)
    missing = findMissing()
    xml.comment(words("hearing.draft", name))
    if !missing.isEmpty { xml.comment(words("hearing.missing", missing.joined(separator: ", "))) }
    if item.isNoisy { doubt(xml, "hearing.noisy") }
    xml.element(
      "hearing",
      [
        ("xmlns", "urn:pejl:hearing:1"), ("id", Slug.slug(item.title ?? item.caseNumber ?? name, fallback: "hoering")),
        ("language", "da"), ("status", "udkast"),
      ]
    ) {
      if let authority = item.authority { xml.element("authority", text: authority) }
      for other in item.otherCaseNumbers { doubt(xml, "case.other", other) }
      if let number = item.caseNumber { xml.element("case", text: number) }
      xml.element("title", text: item.title ?? words("title.missing"))
      if let period = item.period {
        xml.emptyElement("period", [("start", period.start), ("end", period.end)])
      } else {
        xml.emptyElement("period", [("note", words("period.missing"))])
      }
      strategy(xml)
      respondents(xml, tree.entries)
      annexes(xml)
      if !item.procedure.isEmpty {
        xml.element("procedure") { for step in item.procedure { xml.element("step", text: step) } }
      }
      if !item.decisions.isEmpty { decisions(xml) }
    }
    return xml.finish()
  }

  private func findMissing() -> [String] {
    var missing: [String] = []
    if item.authority == nil { missing.append(words("missing.authority")) }
    if item.caseNumber == nil { missing.append(words("missing.case")) }
    if item.title == nil { missing.append(words("missing.title")) }
    if item.period == nil { missing.append(words("missing.period")) }
    if item.procedure.isEmpty { missing.append(words("missing.procedure")) }
    if item.decisions.isEmpty { missing.append(words("missing.decisions")) }
    if item.heard.isEmpty { missing.append(words("missing.heard")) }
    if item.annexes.isEmpty { missing.append(words("missing.annexes")) }
    return missing
  }

  private mutating func doubt(_ xml: XMLWriter, _ key: String, _ values: String...) {
    let text = words.filled(key, values)
    doubts.append(text)
    xml.comment(text)
  }

  /// The annex that is sent in hearing: the first that is a draft of something that strategies are called.
  private mutating func strategy(_ xml: XMLWriter) {
    func holds(_ annex: AgendaItem.Annex, _ section: String) -> Bool {
      annex.annex.title.lowercased().split { !$0.isLetter && $0 != "-" }.contains { labels.holds(String($0), section) }
    }
    let open = item.annexes.filter { $0.sender == nil && !holds($0, "not-strategy") }
    let drafts = open.filter { holds($0, "strategy-draft") }
    let named = open.filter { holds($0, "strategy") }
    guard let annex = (drafts.filter { holds($0, "strategy") } + drafts + named).first?.annex else { return }
    doubt(xml, "strategy.guess", "\(annex.number)")
    xml.emptyElement("strategy", [("title", annex.title), ("annex", "\(annex.number)")])
  }

  private mutating func respondents(_ xml: XMLWriter, _ entries: [PartyTree.Entry]) {
    guard !entries.isEmpty else { return }
    xml.element("respondents") {
      if item.heard.isEmpty { doubt(xml, "party.senders") }
      for entry in entries { respondent(xml, entry, isMember: false) }
    }
  }

  private mutating func respondent(_ xml: XMLWriter, _ entry: PartyTree.Entry, isMember: Bool) {
    if let found = entry.doubt {
      doubt(xml, found.key, found.names.first ?? "", found.names.dropFirst().first ?? "")
    }
    let kind = PartyKind(labels: labels).kind(entry.name)
    if kind == .other, !isMember { doubt(xml, "party.kind", entry.name) }
    xml.element(
      isMember ? "member" : "respondent",
      [
        ("id", ids.next(Slug.slug(entry.name, fallback: "part"))), ("kind", isMember ? nil : kind.rawValue),
        ("name", entry.name),
      ]
    ) {
      for alias in entry.aliases { xml.element("alias", text: alias) }
      for member in entry.members { respondent(xml, member, isMember: true) }
    }
  }

  private mutating func annexes(_ xml: XMLWriter) {
    guard !item.annexes.isEmpty else { return }
    xml.element("annexes") {
      if !item.hasNumberedAnnexes { doubt(xml, "annex.counted") }
      for annex in item.annexes {
        let split = labels["answer-split"].contains { annex.annex.title.lowercased().hasPrefix($0) }
        if split { doubt(xml, "annex.split", "\(annex.annex.number)") }
        if annex.annex.document == nil, item.annexes.contains(where: { $0.annex.document != nil }) {
          doubt(xml, "annex.document", "\(annex.annex.number)")
        }
        xml.emptyElement(
          "annex",
          [
            ("number", "\(annex.annex.number)"), ("title", annex.annex.title), ("document", annex.annex.document),
            ("file-number", annex.annex.fileNumber),
          ])
      }
      if item.annexes.contains(where: { $0.sender != nil }) { xml.comment(words("annex.response")) }
    }
  }

  private mutating func decisions(_ xml: XMLWriter) {
    xml.element("decisions") {
      if item.areDecisionsOfMeeting { doubt(xml, "decision.meeting") }
      for decision in item.decisions {
        if decision.body == nil || decision.date == nil { doubt(xml, "decision.incomplete") }
        xml.element("decision", [("body", decision.body), ("date", decision.date)], text: decision.text)
      }
    }
  }
}
