internal import PejlCodebook
internal import PejlXML

/// What was learnt, as a part of a codebook.
package struct LearnedPart {
  /// The bytes of the XML file.
  package let bytes: [UInt8]

  /// Writes `facets`; facets that were not tuned are left out, so their part must be kept elsewhere.
  package init(_ facets: [TunedFacet]) throws {
    let xml = XMLWriter()
    xml.element("part", [("xmlns", "urn:pejl:codebook:1")]) {
      for tuned in facets {
        xml.element(
          "calibration", [("facet", tuned.facet.rawValue), ("cutoff", tuned.calibration.cutoff.written)]
        ) {
          for (code, value) in tuned.calibration.constants.sorted(by: { $0.key < $1.key }) {
            xml.emptyElement("constant", [("code", code), ("value", value.written)])
          }
          for (name, value) in tuned.calibration.coefficients.sorted(by: { $0.key < $1.key }) where value != 0 {
            xml.emptyElement("coefficient", [("figure", name), ("value", value.written)])
          }
        }
        let codes = Set(tuned.words.map(\.code)).union(tuned.corrections.map(\.code)).sorted()
        for code in codes {
          xml.element("learned", [("code", code)]) {
            for word in tuned.words where word.code == code {
              xml.element("word", [("weight", word.weight.written)], text: word.term)
            }
            for (own, correction) in tuned.corrections where own == code && correction.weight != 0 {
              xml.emptyElement("correction", [("rule", correction.rule), ("weight", correction.weight.written)])
            }
          }
        }
      }
    }
    bytes = xml.finish()
  }
}

extension Double {
  /// The value without needless digits: at most three behind the point.
  var written: String {
    let thousandths = Int((self * 1000).rounded())
    var digits = String(abs(thousandths))
    digits = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    var fraction = digits.suffix(3)
    while fraction.last == "0" { fraction.removeLast() }
    return (thousandths < 0 ? "-" : "") + digits.dropLast(3) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
