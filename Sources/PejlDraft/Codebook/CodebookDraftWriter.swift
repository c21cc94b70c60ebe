internal import PejlText
internal import PejlXML

/// Writes a draft of a codebook.
struct CodebookDraftWriter {
  let outline: StrategyOutline
  let codes: DraftCodes
  let name: String
  /// The rules; those that have not been tried have no marks.
  var rules: [DraftRule]
  /// The lists of words that the rules refer to.
  var lists: [String: [String]]

  private let words = DraftWords.danish

  init(outline: StrategyOutline, codes: DraftCodes, name: String, rules: DraftRules) {
    self.outline = outline
    self.codes = codes
    self.name = name
    self.rules = rules.rules
    lists = rules.lists
  }

  /// What a person must look at.
  var doubts: [String] {
    var doubts: [String] = []
    if outline.isFlat { doubts.append(words("outline.flat")) }
    if outline.objectiveCount == 0, !outline.isFlat { doubts.append(words("outline.no-objectives")) }
    for guidepost in codes.guideposts {
      if !guidepost.part.aliases.isEmpty {
        doubts.append(
          words(
            "outline.alias", guidepost.id, ([guidepost.part.name] + guidepost.part.aliases).joined(separator: " / ")))
      }
      if guidepost.objectives.isEmpty, outline.objectiveCount > 0 {
        doubts.append(words("outline.empty", guidepost.id))
      }
    }
    for statement in outline.statements where statement.stated != statement.found {
      doubts.append(words("outline.count-differs", statement.words, "\(statement.found)"))
    }
    return doubts
  }

  func write() throws -> [UInt8] {
    let xml = XMLWriter()
    let title = outline.title ?? name
    xml.comment(words("codebook.draft", name))
    for doubt in doubts { xml.comment(doubt) }
    for statement in outline.statements where statement.stated == statement.found {
      xml.comment(words("outline.count-agrees", statement.words))
    }
    let pages = codes.guideposts.compactMap { guidepost in
      guidepost.part.page.map { "<part code=\"\(guidepost.id)\" page=\"\($0)\"/>" }
    }
    if !pages.isEmpty { xml.comment(words("codebook.pages", pages.joined(separator: " "))) }
    try xml.element(
      "codebook",
      [
        ("xmlns", "urn:pejl:codebook:1"), ("id", Slug.slug(title, fallback: "strategi")), ("version", "0"),
        ("language", "da"), ("status", "udkast"),
      ]
    ) {
      xml.element("title", text: title)
      xml.emptyElement("context", [("inside", "2"), ("outside", "0.6"), ("fallback", "0.4")])
      references(xml)
      xml.element(
        "facet",
        [("id", "strategy"), ("name", words("facet")), ("threshold", "1"), ("limit", "3"), ("share", "0.6")]
      ) {
        for guidepost in codes.guideposts { code(xml, guidepost) }
      }
      let general = try XMLReader.parse(PackageResources.template_codebook_xml, path: "template-codebook.xml")
      for facet in general.elements("facet") where facet["id"] != "strategy" { xml.copy(facet) }
      content(xml)
      for part in [PackageResources.template_stances_xml, PackageResources.template_frames_xml] {
        for element in try XMLReader.parse(part, path: "template.xml").elements { xml.copy(element) }
      }
    }
    return xml.finish()
  }

  private func references(_ xml: XMLWriter) {
    xml.element("references") {
      let guidepost = [outline.guidepostWord].compactMap { $0 } + [words("references.guidepost")]
      xml.element("guidepost", text: guidepost.joined(separator: ", "))
      let objective = [outline.objectiveWord].compactMap { $0 } + [words("references.objective")]
      xml.element("objective", text: objective.joined(separator: ", "))
      for name in ["page", "ordinals", "joiners", "foreign"] { xml.element(name, text: words("references.\(name)")) }
    }
  }

  private func code(_ xml: XMLWriter, _ guidepost: DraftCodes.Guidepost) {
    let part = guidepost.part
    xml.element(
      "code", [("id", guidepost.id), ("name", part.name), ("number", part.number), ("status", "udkast")]
    ) {
      if let page = part.page { xml.comment(words("code.page", "\(page)")) }
      for alias in outline.isFlat ? [] : [part.name] + part.aliases {
        // A single common word would be taken for a reference wherever it stands.
        if alias.contains(" ") { xml.element("alias", text: alias) } else { xml.comment(words("code.alias", alias)) }
      }
      if let motto = part.motto { xml.element("motto", text: motto) }
      if outline.isFlat { xml.element("wording", text: part.name) }
      xml.element("definition", text: words("definition.guidepost"))
      for keyword in part.keywords { xml.element("keyword", text: keyword) }
      for objective in guidepost.objectives {
        let printed = objective.part.number == objective.id ? objective.id : nil
        xml.element(
          "code", [("id", objective.id), ("name", objective.name), ("number", printed), ("status", "udkast")]
        ) {
          if let page = objective.part.page, page != part.page { xml.comment(words("code.page", "\(page)")) }
          if printed == nil { xml.comment(words("code.counted")) }
          xml.element("wording", text: objective.part.wording)
          xml.element("definition", text: words("definition.objective"))
        }
      }
    }
  }

  private func content(_ xml: XMLWriter) {
    let ids = codes.guideposts.flatMap { [$0.id] + $0.objectives.map(\.id) }
    for id in ids {
      let own = rules.filter { $0.code == id }
      guard !own.isEmpty else { continue }
      if let terms = lists["ord-\(id)"], own.contains(where: \.hasList) {
        xml.element("list", [("id", "ord-\(id)")], text: terms.joined(separator: ", "))
      }
      xml.element("rules", [("code", id)]) {
        for rule in own { self.rule(xml, rule) }
      }
    }
  }

  private func rule(_ xml: XMLWriter, _ rule: DraftRule) {
    xml.element("rule", [("id", rule.id), ("weight", rule.weight), ("status", "udkast")]) {
      switch rule.demand {
      case .any(let terms): xml.element("any", text: terms.joined(separator: ", "))
      case .one(let list): xml.element("any", text: "@\(list)")
      case .two(let list):
        xml.element("near", [("words", "12")]) {
          xml.element("any", text: "@\(list)")
          xml.element("any", text: "@\(list)")
        }
      }
      xml.mixedElement("hit") { marked(xml, rule) }
      xml.element("miss", text: rule.misses.first ?? words("miss"))
    }
  }

  private func marked(_ xml: XMLWriter, _ rule: DraftRule) {
    let text = UTF8Text(rule.hit)
    var position = 0
    for mark in rule.marks.isEmpty ? [text.span] : rule.marks {
      if mark.start > position { xml.text(text[TextSpan(position, mark.start)]) }
      xml.element("mark", text: text[mark])
      position = mark.end
    }
    if position < text.count { xml.text(text[TextSpan(position, text.count)]) }
  }
}

extension XMLWriter {
  /// Writes an element of another document with all that it holds, comments aside.
  fileprivate func copy(_ source: XMLElement) {
    let hasText = source.children.contains { child in
      if case .text(let text) = child { !text.trimmed.isEmpty } else { false }
    }
    let attributes = source.attributes.filter { $0.name != "xmlns" }.map { ($0.name, Optional($0.value)) }
    func children() {
      for child in source.children {
        switch child {
        case .text(let text): if hasText { self.text(text) }
        case .element(let element): copy(element)
        }
      }
    }
    if hasText {
      mixedElement(source.name, attributes, content: children)
    } else {
      element(source.name, attributes, content: children)
    }
  }
}
