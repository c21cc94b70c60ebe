internal import PejlAnalysis
internal import PejlCodebook
internal import PejlPipeline
internal import PejlTuning

/// What coded passages suggest, as text for a terminal.
struct SuggestionText {
  let suggestions: Suggestions
  let options: SuggestionOptions

  /// All sections.
  var text: String {
    var sections = suggestions.codes.map(code)
    sections.append(untouched)
    if suggestions.codes.contains(where: { $0.ideas == nil }) {
      sections.append(
        "words of like meaning: no thesaurus is installed; apt-get install mythes-da, or name one with --thesaurus")
    }
    return sections.joined(separator: "\n\n") + "\n"
  }

  private func code(_ own: CodeSuggestions) -> String {
    var lines = [
      "\(own.code.id) \(own.code.name): \(own.passages) of \(own.coded) passages by \(own.authors) authors; found now with "
        + "precision \(own.now.precision.decimals(2)), recall \(own.now.recall.decimals(2))"
    ]
    if own.tried == 0 {
      lines.append("  too few passages with the code to tell its words; at least \(options.leastPassages) are needed")
    } else if own.words.isEmpty {
      lines.append(
        "  no word to propose: \(own.tried) tried; beyond chance, \(own.known) are in its rules, \(own.passedOver) win too little"
      )
    } else {
      lines.append(
        "  \(own.tried) words tried; beyond chance, \(own.known) are in its rules, \(own.passedOver) win too little")
      lines.append(contentsOf: table(own.words, others: "others"))
    }
    guard let ideas = own.ideas, !ideas.isEmpty else { return lines.joined(separator: "\n") }
    lines.append("  words of like meaning that no rule names:")
    for idea in ideas {
      let like = idea.like.map { $0.word + ($0.note.map { " (\($0))" } ?? "") }.joined(separator: ", ")
      lines.append(
        "    \(idea.word), like \(like): with the code in \(idea.yield.alone.truePositives) of \(idea.passages) passages; "
          + adds(idea.yield))
      lines += idea.lines.map(line)
    }
    return lines.joined(separator: "\n")
  }

  private var untouched: String {
    let head = "nobody's matter: \(suggestions.untouched) of \(suggestions.passages) passages have no code and no rule"
    let openings = suggestions.openings.map { "    \($0.text)  (\($0.place))" }
    let words = suggestions.untouchedWords
    let found = words.isEmpty ? ["  no word stands in them beyond chance"] : table(words, others: "touched")
    return ([head] + openings + found).joined(separator: "\n")
  }

  /// The figures of `words`, each followed by its lines.
  private func table(_ words: [WordSuggestion], others: String) -> [String] {
    var table =
      words.contains { $0.yield != nil }
      ? TextTable(
        "  word", "G2", "chance", "log ratio", "passages", others, "authors", "P", "R", "adds", "in rules")
      : TextTable("  word", "G2", "chance", "log ratio", "passages", others, "authors")
    for word in words {
      let keyness = word.keyness
      table.add(
        [
          "  " + word.term, keyness.logLikelihood.decimals(1), level(word.corrected), keyness.logRatio.signed(1),
          "\(keyness.inside)/\(keyness.insideTotal)", "\(keyness.outside)/\(keyness.outsideTotal)", "\(word.authors)",
        ]
          + (word.yield.map {
            [
              $0.alone.precision.decimals(2), $0.alone.recall.decimals(2), "+\($0.newRight) -\($0.newWrong)",
              word.matched == 0 ? "" : "\(word.matched)",
            ]
          } ?? []))
    }
    let rows = table.text.split(separator: "\n").map(String.init)
    return [rows[0]] + zip(rows.dropFirst(), words).flatMap { [$0] + $1.lines.map(line) }
  }

  private func line(_ line: ConcordanceLine) -> String {
    let pad = String(repeating: " ", count: max(0, options.context - line.left.count))
    return "    \(line.isHit ? "+" : "-") \(pad)\(line.left)[\(line.word)]\(line.right)  (\(line.place))"
  }

  private func adds(_ yield: RuleYield) -> String { "adds \(yield.newRight) right, \(yield.newWrong) wrong" }

  /// The level of a corrected probability.
  private func level(_ chance: Double) -> String {
    for (limit, text) in [(0.0001, "<0.0001"), (0.001, "<0.001"), (0.01, "<0.01"), (0.05, "<0.05")]
    where chance < limit { return text }
    return chance.decimals(2)
  }
}
