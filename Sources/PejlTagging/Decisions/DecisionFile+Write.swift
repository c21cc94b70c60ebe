internal import PejlCodebook
internal import PejlXML

extension DecisionFile {
  /// The decisions as a file; codes in the order of their names.
  ///
  /// - Throws: when memory is out.
  public func bytes() throws -> [UInt8] {
    let xml = try XMLWriter.ready()
    xml.element("decisions", [("xmlns", Self.namespace), ("hearing", hearing)]) {
      for decision in decisions {
        xml.element(
          "decision",
          [
            ("response", decision.response), ("passage", decision.passage),
            ("facets", decision.codes.keys.sorted().map(\.rawValue).joined(separator: " ")),
            ("set-aside", decision.setAside), ("open", decision.isOpen ? "yes" : nil), ("sha256", decision.sha256),
            ("by", decision.author), ("note", decision.note),
          ]
        ) {
          if let text = decision.text { xml.element("text", text: text) }
          for (facet, codes) in decision.codes.sorted(by: { $0.key < $1.key }) {
            for code in codes.sorted() { xml.emptyElement("code", [("facet", facet.rawValue), ("id", code)]) }
          }
        }
      }
    }
    return xml.finish()
  }
}
