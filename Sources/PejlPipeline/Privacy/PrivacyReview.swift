public import PejlAnalysis
internal import PejlHearing
internal import PejlPrivacy
public import PejlReport
internal import PejlText

/// All personal data of a run, with what persons decided on it.
public struct PrivacyReview: Sendable {
  /// What there is to decide, by kind, then in the order of the responses.
  public let items: [PrivacyItem]
  /// Decided values that were found nowhere: they are in no text any more, or nothing beside them says what they are.
  public let gone: [PrivacyItem]

  /// Puts together what was found in each response of `analysis`, in its order (texts, names of files, what files say of
  /// themselves, what is said of them), and looks through the rest: what the hearing says of the case. A decision to keep holds only
  /// in the responses that its file names: where the value has turned up in another response since, it is open again.
  init(_ analysis: Analysis, personal: [[PersonalData]], decisions: PublishFile?) {
    let collector = Collector(personal.joined(), PersonalDataSearch().data(beside: analysis))
    let decided = Dictionary((decisions?.items ?? []).map { ($0.secret, $0) }) { first, _ in first }
    items = collector.sorted.map { item in
      guard let decision = decided[item.secret], decision.choice != .open else { return item }
      let isNew = decision.choice == .keep && !item.responses.isSubset(of: decision.responses)
      return item.decided(decision, isNew ? .open : decision.choice)
    }
    let met = Set(items.map(\.secret))
    gone = (decisions?.items ?? []).filter { $0.choice != .open && !met.contains($0.secret) }
  }

  private init(items: [PrivacyItem], gone: [PrivacyItem]) {
    self.items = items
    self.gone = gone
  }

  /// The review with the places in `analysis` of what is to be hidden and was not found, because nothing beside it says any
  /// more what it is.
  public func located(in analysis: Analysis) -> PrivacyReview {
    let sought = gone.filter { $0.choice == .mask }
    guard !sought.isEmpty else { return self }
    let search = PersonalDataSearch(for: sought)
    let collector = Collector(analysis.responses.lazy.map(search.data).joined(), search.data(beside: analysis))
    let decided = Dictionary(sought.map { ($0.secret, $0) }) { first, _ in first }
    let found = collector.sorted.map { item in decided[item.secret].map { item.decided($0, $0.choice) } ?? item }
    let met = Set(found.map(\.secret))
    return PrivacyReview(items: items + found, gone: gone.filter { !met.contains($0.secret) })
  }

  /// What nobody has decided yet.
  public var open: [PrivacyItem] { items.filter { $0.choice == .open } }

  /// What is to be hidden, also where nothing finds it any more: a decision to mask holds until a person takes it back.
  var masked: [PrivacyItem] { (items + gone).filter { $0.choice == .mask } }

  /// The personal numbers that ordinary reports hide: all but those that somebody decided to keep.
  var hiddenNumbers: [PrivacyItem] { (items + gone).filter { $0.kind == .cpr && $0.choice != .keep } }

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

    init(_ parts: any Sequence<PersonalData>...) {
      for part in parts { for data in part { add(data) } }
    }

    private mutating func add(_ data: PersonalData) {
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
