internal import PejlAnalysis
internal import PejlCodebook
internal import PejlDanish
internal import PejlHearing
internal import PejlTagging

/// The five most important things in words: who answered, what they talk about, what nobody touched, what worries them,
/// what a person must look at. Every word rests on a figure.
struct Findings {
  let context: ReportContext
  let contents: [CodeContent]

  /// The greatest number of codes or parties that a sentence names.
  private static let limit = 3
  private var analysis: Analysis { context.analysis }
  private var words: Words { context.words }

  /// The findings that there are figures for: each has a question and the parts of the sentence that answers it.
  var items: [Fields] {
    guard !analysis.responses.isEmpty else { return [] }
    let findings: [(key: String, sentence: Sentence?)] = [
      ("answered", answered), ("most", mostTouched), ("untouched", untouched), ("worry", worry), ("look", toLookAt),
    ]
    return findings.compactMap { finding in
      finding.sentence.map { ["question": words["finding.\(finding.key)"], "sentence": $0.fields] }
    }
  }

  /// The objectives; all codes of the strategy where it has no guideposts.
  private var columns: [Coverage.Column] {
    let objectives = analysis.coverage.columns.filter { $0.code.parent != nil }
    return objectives.isEmpty ? analysis.coverage.columns : objectives
  }

  // MARK: - Who answered

  private var answered: Sentence {
    let coverage = analysis.coverage
    let answers = words.count(analysis.responses.count, "answer")
    guard coverage.heard > 0 else {
      let senders = words.count(analysis.parties.count, "sender")
      let read = Sentence(words["finding.answered.senders"], ["answers": link(answers), "senders": Sentence(senders)])
      return shared.map { read + $0 } ?? read
    }
    var sentence = Sentence(words[heardKey], ["of": number(coverage.heard), "count": number(coverage.answered)])
    let missing = analysis.parties.filter { $0.isHeard && !$0.hasAnswered }
    if !missing.isEmpty, coverage.answered > 0 {
      let names = named(missing.map { Sentence(context.name(of: $0)) }, "more-party")
      sentence = sentence + Sentence(words["finding.answered.missing"], ["parties": names])
    }
    if coverage.unknownSenders > 0 {
      let others = words.count(coverage.unknownSenders, "sender")
      sentence = sentence + Sentence(words["finding.answered.others"], ["senders": Sentence(others)])
    }
    sentence = sentence + Sentence(words["finding.answered.total"], ["answers": link(answers)])
    return shared.map { sentence + $0 } ?? sentence
  }

  /// How much stands in several answers; nil where nothing does.
  private var shared: Sentence? {
    guard !analysis.sharedTexts.isEmpty else { return nil }
    let passages = analysis.sharedTexts.reduce(0) { $0 + $1.entries.count }
    let texts = words.count(analysis.sharedTexts.count, "different-text")
    let senders = words.count(Set(analysis.sharedTexts.flatMap(\.parties)).count, "sender")
    return Sentence(
      words["finding.shared"],
      [
        "passages": Sentence(words.count(passages, "passage")), "senders": Sentence(senders),
        "texts": Sentence(parts: [.init(text: texts, address: SharedPages.path)]),
      ])
  }

  private var heardKey: String {
    let coverage = analysis.coverage
    if coverage.answered == coverage.heard {
      return coverage.heard == 1 ? "finding.answered.only" : "finding.answered.all"
    }
    if coverage.answered == 0 { return coverage.heard == 1 ? "finding.answered.not" : "finding.answered.none" }
    return "finding.answered.some"
  }

  private func link(_ answers: String) -> Sentence {
    Sentence(parts: [.init(text: answers, address: "responses.html")])
  }

  // MARK: - What they talk about

  private var mostTouched: Sentence? {
    let total = analysis.coverage.total
    guard total.counted > 0, !columns.isEmpty else { return nil }
    let share = Sentence(
      words[total.counted == 1 ? "finding.inside.one" : "finding.inside"],
      ["inside": number(total.inside), "counted": number(total.counted)])
    let top = columns.filter { $0.parties > 0 }.enumerated().sorted {
      ($1.element.parties, $1.element.passages, $0.offset) < ($0.element.parties, $0.element.passages, $1.offset)
    }.prefix(Self.limit).map(\.element)
    guard !top.isEmpty else { return share + Sentence(words["finding.most.none"]) }
    let codes = top.map { code($0.code, detail: words.count($0.parties, "party")) }
    return share + Sentence(words["finding.most.codes"], ["codes": .list(codes, words)])
  }

  // MARK: - What nobody touched

  private var untouched: Sentence? {
    let untouched = columns.filter { $0.passages == 0 }.map(\.code)
    guard !columns.isEmpty else { return nil }
    guard !untouched.isEmpty else {
      let key = columns.count == 1 ? "finding.untouched.only" : "finding.untouched.none"
      return Sentence(words[key], ["count": number(columns.count)])
    }
    if untouched.count == columns.count, untouched.count > Self.limit {
      return Sentence(words["finding.untouched.all"], ["count": number(columns.count)])
    }
    return Sentence(
      words["finding.untouched.codes"], ["codes": named(untouched.map { code($0) }, "more-objective", "coverage.html")])
  }

  // MARK: - What worries them

  private var worry: Sentence? {
    guard let worry = contents.first(where: { $0.code.facet == .stance && $0.code.id == words["stance.worry"] }) else {
      return nil
    }
    guard !worry.entries.isEmpty else { return Sentence(words["finding.worry.none"]) }
    let passages = Sentence.Part(
      text: words.count(worry.entries.count, "passage"), address: context.address(of: worry.code))
    let whole = Sentence(
      words["finding.worry.share"],
      ["share": Sentence(context.share(of: worry.parties)), "passages": Sentence(parts: [passages])])
    let codes = Set(columns.map(\.code.id))
    let top = contents.filter { $0.code.facet == .strategy && codes.contains($0.code.id) }
      .map { content in (content.code, count: content.counts(of: [worry.code])[0]) }.filter { $0.count > 0 }
      .enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.prefix(Self.limit)
      .map { code($0.element.0, detail: words.count($0.element.count, "passage")) }
    return top.isEmpty ? whole : whole + Sentence(words["finding.worry.codes"], ["codes": .list(top, words)])
  }

  // MARK: - What a person must look at

  private var toLookAt: Sentence {
    let total = analysis.coverage.total
    var items: [Sentence] = []
    func add(_ count: Int, _ text: String, _ address: String) {
      if count > 0 { items.append(Sentence(parts: [.init(text: text, address: address)])) }
    }
    func add(_ count: Int, noun: String, _ address: String) { add(count, words.count(count, noun), address) }
    add(analysis.unread.count, noun: "look.unread", "#unread")
    add(analysis.digests.count { $0.respondent.respondent == nil }, noun: "look.unknown", "responses.html")
    add(analysis.digests.count(where: \.isNoisy), noun: "look.noisy", "responses.html")
    let outside = words.count(total.outside, "look.outside")
    add(total.outside, "\(outside) (\(words.percent(total.outside, of: total.counted)))", context.outsideAddress)
    for key in ["stance.proposal", "stance.question"] {
      guard let content = contents.first(where: { $0.code.facet == .stance && $0.code.id == words[key] }) else {
        continue
      }
      let values = [
        "passages": words.count(content.entries.count, "passage"), "name": content.code.name.lowercased(),
      ]
      add(content.entries.count, words.filled("look.stance", values), context.address(of: content.code))
    }
    guard !items.isEmpty else { return Sentence(words["finding.look.none"]) }
    return Sentence(words["finding.look.items"], ["items": .list(items, words)])
  }

  // MARK: - Words

  /// The first of `items` as a list, and how many others there are.
  private func named(_ items: [Sentence], _ more: String, _ address: String? = nil) -> Sentence {
    let others = items.count - Self.limit
    guard others > 0 else { return .list(items, words) }
    let rest = Sentence(parts: [.init(text: words.count(others, more), address: address)])
    return .list(items.prefix(Self.limit) + [rest], words)
  }

  private func code(_ code: Code, detail: String? = nil) -> Sentence {
    let link = Sentence.Part(text: context.label(code), address: context.address(of: code))
    return Sentence(parts: detail.map { [link, .init(text: " (\($0))")] } ?? [link])
  }

  private func number(_ number: Int) -> Sentence { Sentence(words.number(number)) }
}
