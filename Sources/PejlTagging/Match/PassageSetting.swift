internal import PejlCodebook
internal import PejlText

/// What stands around a passage, as far as rules may ask for it.
struct PassageSetting {
  /// The headings that the passage stands under, the outermost first.
  var headings: [PassageScan] = []
  /// The passage before it, when some rule asks for one.
  var before: Neighbour?
  /// The kind of the respondent; nil where all rules are tried.
  var kind: String?
  /// The stretches of the strategy that are quoted in it: what lies wholly in one of them is not the respondent's.
  var quoted: [TextSpan] = []

  /// Whether the respondent's own words take part in a match.
  func counts(_ match: Match) -> Bool {
    quoted.isEmpty || match.has(counts)
  }

  /// Whether a stretch is the respondent's own, at least in part.
  func counts(_ span: TextSpan) -> Bool { !quoted.contains { $0.contains(span) } }

  /// Whether a rule is meant for the respondent.
  func isMeant(_ rule: CompiledRule) -> Bool {
    guard let kind, !rule.respondentKinds.isEmpty else { return true }
    return rule.respondentKinds.contains(kind)
  }
}

/// A passage before another, with what stands around it.
final class Neighbour {
  let scan: PassageScan
  let setting: PassageSetting

  init(_ scan: PassageScan, _ setting: PassageSetting) {
    self.scan = scan
    self.setting = setting
  }

  /// The same passage with at most so many passages from it on, so that a response is not kept whole.
  func cut(to count: Int) -> Neighbour? {
    guard count > 0 else { return nil }
    var setting = setting
    setting.before = setting.before?.cut(to: count - 1)
    return Neighbour(scan, setting)
  }
}
