public import PejlAnalysis
internal import PejlHearing
internal import PejlPrivacy
public import PejlReport
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
    let search = PersonalDataSearch()
    self.init(analysis, personal: analysis.responses.map(search.data), decisions: decisions)
  }

  /// Puts together what was found in each response of `analysis`, in its order, and looks through the rest.
  init(_ analysis: Analysis, personal: [[PersonalData]], decisions: PublishFile?) {
    let search = PersonalDataSearch()
    var collector = Collector()
    for data in personal.joined() { collector.add(data) }
    for finding in analysis.unread {
      if let path = finding.path { search.data(in: path, .fileName).forEach { collector.add($0) } }
    }
    let hearing = analysis.hearing
    let stated = [hearing.title, hearing.strategy?.title, hearing.period?.note, hearing.period?.manner]
    for text in stated.compactMap(\.self) + hearing.annexes.map(\.title)
      + hearing.respondents.flatMap({ [$0.name] + $0.members.map(\.name) })
    {
      search.data(in: text, .hearing).forEach { collector.add($0) }
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
    private var items: [PrivacyMask.Secret: PrivacyItem] = [:]
    private var order: [PrivacyMask.Secret] = []

    var sorted: [PrivacyItem] {
      let rank = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
      return order.compactMap { items[$0] }.sorted {
        ($0.kind, rank[$0.secret] ?? 0) < ($1.kind, rank[$1.secret] ?? 0)
      }
    }

    mutating func add(_ data: PersonalData) {
      let secret = PrivacyMask.Secret(kind: data.kind, value: data.value)
      if items[secret] == nil {
        order.append(secret)
        items[secret] = PrivacyItem(kind: data.kind, value: data.value)
      }
      items[secret]?.written.insert(data.written)
      if items[secret]?.beside == nil { items[secret]?.beside = data.beside }
      items[secret]?.places.append(data.place)
    }
  }
}
