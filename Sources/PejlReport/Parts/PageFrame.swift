internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlTagging

/// What stands around the content of every page.
struct PageFrame {
  let context: ReportContext
  let template: String
  let path: String
  let assets: PageAssets
  /// Whether it is the page of one response, which says nothing of the others.
  let isOfResponse: Bool

  private static let menu = ["index", "coverage", "themes", "responses", "passages", "method"]

  /// The values of head and foot.
  var fields: Fields {
    let analysis = context.analysis
    let words = context.words
    let root = path.contains("/") ? "../" : ""
    let title = analysis.hearing.title ?? analysis.hearing.strategy?.title ?? analysis.codebook.title
    let section = ["code": "themes", "outside": "themes", "response": "responses"][template]
    return assets.fields.merging([
      "root": root,
      "isFront": template == "index",
      "pageTitle": words["page.\(template)"],
      "caseTitle": ShownText.shortened(title, to: 120),
      "caseNumber": analysis.hearing.caseNumber.map { ShownText.shortened($0, to: 60) },
      "version": context.method.version,
      "codebookTitle": ShownText.shortened(analysis.codebook.title, to: 120),
      "codebookVersion": analysis.codebook.version,
      "menuLabel": words["menu.pages"],
      "menu": Self.menu.map { name -> Fields in
        [
          "address": "\(root)\(name).html", "label": words["page.\(name)"], "isCurrent": name == template,
          "isSection": name == section,
        ]
      },
      "sums": isOfResponse ? nil : sums,
      "privacy": privacy,
    ])
  }

  /// What to say of personal data: how much is not decided yet, or how much is hidden; nil where there is none.
  private var privacy: Fields? {
    guard let privacy = context.method.privacy else { return nil }
    let words = context.words
    if privacy.isPublished {
      guard privacy.masked > 0 else { return nil }
      if isOfResponse { return ["isPublished": true, "isBrief": true] }
      return ["isPublished": true, "privacyCount": words.count(privacy.masked, "privacy.masked")]
    }
    guard !privacy.counts.isEmpty else { return nil }
    guard !isOfResponse else { return ["isPublished": false, "isOpen": privacy.open > 0, "isBrief": true] }
    let kinds = privacy.counts.filter { $0.open > 0 }.map { words.count($0.open, "privacy.\($0.kind)") }
    return [
      "isPublished": false, "isOpen": privacy.open > 0, "isBrief": false,
      "privacyCount": words.count(privacy.open, "privacy.open"),
      "privacyKinds": words.list(kinds),
    ]
  }

  /// The sums that stand on every report.
  private var sums: Fields {
    let total = context.analysis.coverage.total
    let words = context.words
    return [
      "responses": words.count(context.analysis.responses.count, "response"),
      "unread": words.count(context.analysis.unread.count, "unread"),
      "characters": words.count(total.characters, "character"),
      "passages": words.count(total.passages, "passage"),
      "tagged": words.number(total.tagged),
      "untagged": words.number(total.untagged),
      "setAside": words.number(total.setAsideTotal),
      "nothingLost": context.isComplete,
    ]
  }
}
