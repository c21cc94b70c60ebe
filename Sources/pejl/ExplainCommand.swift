internal import ArgumentParser
internal import PejlPipeline
internal import PejlText
internal import PejlXML

/// Tells why a passage has its tags.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tells why a passage has its tags: rule, words, place.",
    discussion: "Example: pejl explain Reports/socialstrategi-2024/analysis.xml bilag-7-omu.3f9a1c20d4")

  @Argument(help: "An analysis.xml.")
  var analysis: String

  @Argument(help: "The passage's identifier, or its beginning.")
  var passage: String

  func run() throws {
    var all: [(response: XMLElement, passage: XMLElement)] = []
    let root = try XMLReader.parse(Files.read(analysis), path: analysis) { part in
      guard part.name == "response" else { return }
      all += part.elements("passage").filter { ($0["id"] ?? "").hasPrefix(passage) }.map { (part, $0) }
    }
    guard root.namespace == "urn:pejl:analysis:1" else {
      throw InvalidInput(code: "explain.analysis", "this is no analysis.xml of pejl", path: analysis, line: root.line)
    }
    let exact = all.filter { $0.passage["id"] == passage }
    let found = exact.isEmpty ? all : exact
    guard let (response, element) = found.first else {
      throw InvalidInput(
        code: "explain.passage", "there is no passage \"\(passage)\"; the pages in responses/ show the identifiers",
        path: analysis)
    }
    guard found.count == 1 else {
      throw InvalidInput(
        code: "explain.passage",
        "\(found.count) passages begin so: \(found.prefix(5).compactMap { $0.1["id"] }.joined(separator: ", "))…",
        path: analysis)
    }
    print(PassageExplanation(response: response, passage: element).text)
  }
}

/// A passage of an analysis as text.
struct PassageExplanation {
  let response: XMLElement
  let passage: XMLElement

  var text: String {
    let scalars = Array((passage.first("text")?.text ?? "").unicodeScalars)
    let start = Int(passage["start"] ?? "") ?? 0
    var lines = ["\(passage["id"] ?? "") in \(response["file"] ?? "")" + (passage["page"].map { ", page \($0)" } ?? "")]
    lines.append(Self.folded(scalars[...]))
    let reason = passage["reason"].map { " (\($0))" } ?? ""
    lines.append("disposition: \(passage["disposition"] ?? "")\(reason)")
    for tag in passage.elements("tag") {
      lines.append("")
      lines.append(
        "\(tag["code"] ?? "") [\(tag["facet"] ?? "")] \(tag["basis"] ?? ""), score \(tag["score"] ?? "")"
          + (tag["certainty"].map { ", certainty \($0)" } ?? ""))
      var seen: [String] = []
      for evidence in tag.elements("evidence") {
        let rule = evidence["rule"] ?? tag["rule"] ?? ""
        if !seen.contains(rule) {
          seen.append(rule)
          lines.append("  + \(evidence["weight"] ?? "")  \(rule)")
        }
        let from = (Int(evidence["start"] ?? "") ?? start) - start
        let to = (Int(evidence["end"] ?? "") ?? start) - start
        guard from >= 0, to <= scalars.count, from <= to else { continue }
        lines.append("      \"\(Self.folded(scalars[from..<to]))\" at \(start + from)-\(start + to)")
      }
      if seen.isEmpty { lines.append("  + \(tag["rule"] ?? "")") }
      lines += Self.sum(tag)
    }
    if let decision = passage.first("decision") {
      lines += Self.decided(decision)
    } else if passage.elements("tag").isEmpty {
      lines.append("no rule reached its threshold")
    }
    return lines.joined(separator: "\n")
  }

  /// What a person decided, and what rules had found.
  private static func decided(_ decision: XMLElement) -> [String] {
    let made = [decision["by"], decision["at"], decision["note"]].compactMap(\.self).joined(separator: ", ")
    let machine = decision.elements("machine-tag").map { tag in
      "  rules gave \(tag["code"] ?? "") [\(tag["facet"] ?? "")] by \(tag["rule"] ?? "")"
    }
    return ["", "decided by a person" + (made.isEmpty ? "" : ": \(made)")]
      + (machine.isEmpty ? ["  rules gave no tag"] : machine)
  }

  /// The sum behind a certainty, the greatest parts first.
  private static func sum(_ tag: XMLElement) -> [String] {
    let figures = tag.elements("weighed").map { part in
      (name: part["by"] ?? "", value: part["value"] ?? "", adds: Double(part["adds"] ?? "") ?? 0)
    }
    guard !figures.isEmpty else { return [] }
    let parts = figures + tag.elements("learned").flatMap { words($0.text) }
    let sorted =
      parts.filter { $0.name == "constant" }
      + parts.filter { $0.name != "constant" }.sorted { left, right in
        (abs(right.adds), left.name) < (abs(left.adds), right.name)
      }
    let total = parts.map(\.adds).reduce(0, +)
    return ["  sum \(total.decimals(2)), which is a certainty of \(tag["certainty"] ?? "")"]
      + sorted.map { part in
        let isCounted =
          part.name == "constant" || part.name.hasPrefix("word:") || part.name.hasPrefix("correction:")
        let sign = part.adds < 0 ? "" : "+"
        return "    \(sign)\(part.adds.decimals(2))  \(part.name)\(isCounted ? "" : " \(part.value)")"
      }
  }

  /// The learned words in "word 0.25; two words -0.10".
  private static func words(_ text: String) -> [(name: String, value: String, adds: Double)] {
    text.split(separator: ";").compactMap { entry in
      guard let blank = entry.lastIndex(of: " ") else { return nil }
      let word = entry[..<blank].drop { $0 == " " }
      return ("word:\(word)", "1", Double(entry[entry.index(after: blank)...]) ?? 0)
    }
  }

  private static func folded(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
