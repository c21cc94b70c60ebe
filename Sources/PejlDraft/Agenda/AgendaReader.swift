internal import PejlHearing
public import PejlText

/// Reads a *dagsordenspunkt*, the item of an agenda by which a committee treats a case, however it is laid out.
public struct AgendaReader: Sendable {
  private let list: LabelList

  /// A reader of Danish agenda items.
  public init() { list = .danish }

  /// What `document` says of the case; what it does not say is missing in the result.
  public func read(_ document: Document) -> AgendaItem {
    let lines = TextLine.lines(of: document)
    let text = lines.map(\.text).joined(separator: " ")
    let labels = list.fitting(text)
    let dates = DateReader(labels)
    let sections = AgendaSections(lines, labels: labels, dates: dates)
    var item = AgendaItem()
    item.isNoisy = labels.isNoisy
    let head = AgendaHead(sections.all(.head).flatMap(\.lines), labels: labels, dates: dates)
    item.title = head.title
    let numbers = head.caseNumbers.isEmpty ? AgendaHead.labelled(lines, labels) : head.caseNumbers
    item.caseNumber = numbers.first
    item.otherCaseNumbers = Array(numbers.dropFirst())
    item.procedure = sections.all(.procedure).flatMap { Self.steps($0.texts) }
    item.decisions = DecisionTexts(labels: labels, dates: dates).decisions(sections, meeting: head.meeting)
    item.areDecisionsOfMeeting =
      head.meeting.body != nil && sections.all(.decisions).contains { $0.opening.isEmpty }
      && item.decisions.contains { $0.body == head.meeting.body && $0.date == head.meeting.date }
    let annexes = AnnexReader(labels: labels).annexes(sections.all(.annexes))
    item.annexes = annexes.annexes
    item.hasNumberedAnnexes = annexes.areNumbered
    let parties = PartyFinder(labels: labels, dates: dates)
    item.heard = parties.parties(sections)
    item.period = parties.period(sections)
    item.authority = Self.authority(text, labels)
    return item
  }

  /// The steps of a procedure: parted by commas, arrows or lines.
  private static func steps(_ texts: [String]) -> [String] {
    texts.flatMap { text in
      text.replacing("->", with: ",").replacing("→", with: ",").replacing(">", with: ",").split(separator: ",")
    }
    .map { $0.trimmed(of: "•*-–|.;") }.filter { !$0.isEmpty && $0.count <= 80 }
  }

  /// The authority that is named most often: a word with a capital before the word for one, or a region's name.
  private static func authority(_ text: String, _ labels: LabelList) -> String? {
    let words = text.split(separator: " ").map { $0.trimmed(of: ".,;:()[]\"”»«'|") }
    var counts: [String: Int] = [:]
    var order: [String] = []
    for index in words.indices.dropLast() {
      let (first, second) = (words[index], words[index + 1])
      guard first.first?.isUppercase == true, second.first?.isUppercase == true else { continue }
      let name: String
      if labels["authority"].contains(second.lowercased()) {
        name = "\(first) \(second.hasSuffix("s") ? String(second.dropLast()) : second)"
      } else if labels["region"].contains(first.lowercased()) {
        name = "\(first) \(second)"
      } else {
        continue
      }
      if counts[name] == nil { order.append(name) }
      counts[name, default: 0] += 1
    }
    return order.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
  }
}
