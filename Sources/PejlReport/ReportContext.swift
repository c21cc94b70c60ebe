package import PejlAnalysis
package import PejlCodebook
internal import PejlSegment
internal import PejlTagging
internal import PejlText

/// The figures of a run with the ways to look them up that several pages share.
package struct ReportContext {
  package let analysis: Analysis
  package let method: ReportMethod
  package let words: Words
  /// The party of each response, as a place in the analysis' parties.
  package let partyOfResponse: [Int]
  /// The path of each response's page.
  let responsePaths: [String]
  /// The path of each code's first page, by ``key(of:)``, and that of the passages outside the strategy.
  let codePaths: [String: String]
  /// Whether every character of every response lies in exactly one passage.
  package let isComplete: Bool
  /// The words that show that a hyphen at a line end belongs to the word.
  let joiners: Set<String>
  /// The pages of what several answers share.
  let sharedPages: SharedPages
  /// The hues of the strategy's codes.
  let hues: CodeHues
  /// By place of the party: its name on pages.
  let partyNames: [String]
  /// By place of the party: how it is chosen in the filters of quotes.
  let senderOptions: [Fields]

  package init(analysis: Analysis, method: ReportMethod, words: Words) {
    self.analysis = analysis
    self.method = method
    self.words = words
    partyOfResponse = analysis.partyOfResponse
    isComplete = analysis.isComplete
    joiners = Set(words["hyphen.joiners"].split(separator: " ").map(String.init))
    responsePaths = Self.paths(analysis.digests.map(\.id), folder: "responses", allowed: "-_")
    codePaths = Self.codePaths(analysis.codebook)
    sharedPages = SharedPages(analysis)
    hues = CodeHues(analysis.codebook)
    let names = analysis.parties.map { Self.name(of: $0, words) }
    partyNames = names
    senderOptions = zip(analysis.parties.indices, names).map { place, name in
      [
        "value": Self.value(of: analysis.parties[place]), "anchor": Self.anchor(ofParty: place), "label": name,
      ]
    }
  }

  /// The guideposts in the codebook's order.
  var guideposts: [Code] { analysis.codebook.codes(.strategy).filter { $0.parent == nil } }
  /// The objectives of a guidepost.
  func objectives(of guidepost: Code) -> [Code] {
    analysis.codebook.codes(.strategy).filter { $0.parent == guidepost.id }
  }

  /// The class that gives a code of the strategy its hue.
  func hue(of code: String) -> String { hues[code] }

  /// The name that pages show for a party.
  package func name(of party: Party) -> String { Self.name(of: party, words) }

  private static func name(of party: Party, _ words: Words) -> String {
    if party.isHeard || !party.id.hasPrefix(Party.unknownMark) {
      return ShownText.shortened(party.name ?? party.id, to: 90)
    }
    let unknown = words.filled("party.unknown", ["number": String(party.id.dropFirst(Party.unknownMark.count))])
    return party.name.map { "\(unknown) (\(ShownText.shortened($0, to: 60)))" } ?? unknown
  }

  /// The party that a response is from.
  package func party(of response: Int) -> Party { analysis.parties[partyOfResponse[response]] }

  /// "4 af 6 hørte parter", and how many others, where there are any.
  package func share(heard: Int, all: Int) -> String {
    let others = all - heard
    guard analysis.coverage.heard > 0 else {
      return words.filled("share.senders", ["count": words.number(all), "of": words.number(analysis.parties.count)])
    }
    let share = words.filled(
      "share.heard", ["count": words.number(heard), "of": words.number(analysis.coverage.heard)])
    return others == 0 ? share : "\(share) \(words["and"]) \(words.count(others, "other-sender"))"
  }

  /// The share of the parties in `places`.
  package func share(of places: [Int]) -> String {
    share(heard: places.count { analysis.parties[$0].isHeard }, all: places.count)
  }

  /// The name of a reason to set a passage aside: the codebook's, else the catalogue's, else the reason itself.
  package func name(ofReason reason: String) -> String {
    analysis.codebook.code(reason, in: .frame)?.name ?? words.text("reason.\(reason)") ?? reason
  }

  /// The code and its short name; the name alone where the code is a word.
  package func label(_ code: Code) -> String {
    code.facet == .stance || code.id == code.name ? code.name : "\(code.id) \(code.name)"
  }

  /// A passage of a response, verbatim on one line: white space is folded and words broken over a line end are joined.
  package func text(response: Int, passage: Int) -> String {
    let source = analysis.responses[response]
    return Excerpt(source.document.text, source.passages[passage].passage.core, joiners: joiners).pieces.map(\.text)
      .joined()
  }

  /// `2023-11-06` as pages write it; any other text as it is.
  package func date(_ text: String) -> String {
    let parts = text.split(separator: "-").map(String.init)
    guard parts.count == 3, let day = Int(parts[2]), let month = words.text("month.\(parts[1])") else { return text }
    return words.filled("date", ["day": String(day), "month": month, "year": parts[0]])
  }
}
