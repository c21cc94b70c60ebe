internal import PejlCodebook
internal import PejlXML

extension DecisionFile {
  /// The decisions as a file; codes in the order of their names.
  public func bytes() throws -> [UInt8] {
    let xml = XMLWriter()
    xml.element("decisions", [("xmlns", Self.namespace), ("hearing", hearing)]) {
      for decision in answers {
        xml.emptyElement(
          "answer",
          [
            ("response", decision.response), ("respondent", decision.respondent),
            ("not-an-answer", decision.isNoAnswer ? "yes" : nil), ("replaced", decision.isReplaced ? "yes" : nil),
            ("sha256", decision.sha256), ("by", decision.author), ("at", decision.date), ("note", decision.note),
          ])
      }
      for decision in decisions {
        xml.element(
          "decision",
          [
            ("response", decision.response), ("passage", decision.passage),
            (
              "facets",
              decision.codes.isEmpty ? nil : decision.codes.keys.sorted().map(\.rawValue).joined(separator: " ")
            ),
            ("set-aside", decision.setAside), ("counts", decision.isTakenBack ? "yes" : nil),
            ("merge", decision.mergesNext ? "next" : nil), ("open", decision.isOpen ? "yes" : nil),
            ("replaced", decision.isReplaced ? "yes" : nil), ("sha256", decision.sha256), ("by", decision.author),
            ("at", decision.date), ("note", decision.note),
          ]
        ) {
          if let text = decision.text { xml.element("text", text: text) }
          for words in decision.splits { xml.emptyElement("split", [("before", words)]) }
          for (name, codes) in [("code", decision.codes), ("add", decision.added), ("remove", decision.removed)] {
            for (facet, codes) in codes.sorted(by: { $0.key < $1.key }) {
              for code in codes.sorted() { xml.emptyElement(name, [("facet", facet.rawValue), ("id", code)]) }
            }
          }
        }
      }
    }
    return xml.finish()
  }
}
