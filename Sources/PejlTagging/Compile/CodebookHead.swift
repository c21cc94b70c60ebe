internal import PejlCache
internal import PejlCodebook

/// What tagging needs of a codebook besides its rules and words.
struct CodebookHead: Sendable {
  /// Its codes, and what reports say of it.
  let summary: CodebookSummary
  /// How facets decide that have been tuned.
  let calibrations: [Calibration]
  /// What coded passages say of rules, by rule.
  let corrections: [String: Double]
  /// What headings do.
  let context: HeadingContext

  init(_ codebook: Codebook) {
    summary = codebook.summary
    calibrations = codebook.calibrations
    corrections = Dictionary(codebook.corrections.map { ($0.rule, $0.weight) }) { first, _ in first }
    context = codebook.context
  }

  /// The facets in the order of reports.
  var facets: [Facet] { summary.facets }
  /// The facet of that identifier, if the codebook has it.
  func facet(_ id: Facet.ID) -> Facet? { summary.facet(id) }
  /// The calibration of that facet, if it has been tuned.
  func calibration(_ id: Facet.ID) -> Calibration? { calibrations.first { $0.facet == id } }
  /// The codes of a facet in order.
  func codes(_ id: Facet.ID) -> [Code] { summary.codes(id) }

  func write(to writer: inout CacheWriter) {
    for text in [summary.id, summary.version, summary.language, summary.title] { writer.text(text) }
    Self.write(summary.ruleCounts, to: &writer)
    writer.number(summary.exampleCount)
    writer.each(facets) { writer, facet in
      writer.text(facet.id.rawValue)
      writer.text(facet.name)
      writer.number(facet.threshold)
      writer.number(facet.limit)
      writer.number(facet.share)
      writer.each(facet.codes) { Self.write($1, to: &$0) }
    }
    writer.each(calibrations) { writer, calibration in
      writer.text(calibration.facet.rawValue)
      writer.number(calibration.cutoff)
      Self.write(calibration.constants, to: &writer)
      Self.write(calibration.coefficients, to: &writer)
    }
    Self.write(corrections, to: &writer)
    writer.number(context.inside)
    writer.number(context.outside)
    writer.number(context.fallback)
  }

  init(_ reader: inout CacheReader) throws {
    let (id, version) = (try reader.text(), try reader.text())
    let (language, title) = (try reader.text(), try reader.text())
    let ruleCounts = try Self.counts(&reader)
    let exampleCount: Int = try reader.number()
    let facets = try reader.each { reader in
      let id = try Self.facet(&reader)
      return Facet(
        id: id, name: try reader.text(), threshold: try reader.number(), limit: try reader.number(),
        share: try reader.number(), codes: try reader.each { try Self.code(&$0, in: id) })
    }
    calibrations = try reader.each { reader in
      Calibration(
        facet: try Self.facet(&reader), cutoff: try reader.number(), constants: try Self.weights(&reader),
        coefficients: try Self.weights(&reader))
    }
    summary = CodebookSummary(
      id: id, version: version, language: language, title: title, facets: facets,
      cutoffs: calibrations.map { CodebookSummary.Cutoff(facet: $0.facet, certainty: $0.cutoff) },
      ruleCounts: ruleCounts, exampleCount: exampleCount)
    corrections = try Self.weights(&reader)
    context = HeadingContext(
      inside: try reader.number(), outside: try reader.number(), fallback: try reader.number())
  }

  private static func write(_ code: Code, to writer: inout CacheWriter) {
    writer.text(code.id)
    writer.text(code.name)
    writer.text(code.number)
    writer.text(code.parent)
    writer.each(code.aliases) { writer, alias in
      writer.text(alias.text)
      writer.number(alias.isCaseSensitive ? 1 : 0)
    }
    writer.text(code.motto)
    writer.text(code.wording)
    writer.text(code.definition)
    writer.each(code.keywords) { $0.text($1) }
    writer.number(code.tail ?? -1)
    writer.number(code.line)
  }

  private static func code(_ reader: inout CacheReader, in facet: Facet.ID) throws -> Code {
    Code(
      id: try reader.text(), facet: facet, name: try reader.text(), number: try reader.optionalText(),
      parent: try reader.optionalText(),
      aliases: try reader.each { Code.Alias(text: try $0.text(), isCaseSensitive: try $0.number() != 0) },
      motto: try reader.optionalText(), wording: try reader.optionalText(), definition: try reader.text(),
      keywords: try reader.each { try $0.text() },
      tail: try { (tail: Int) in tail < 0 ? nil : tail }(reader.number()), line: try reader.number())
  }

  private static func write(_ weights: [String: Double], to writer: inout CacheWriter) {
    writer.each(weights.sorted { $0.key < $1.key }) { writer, weight in
      writer.text(weight.key)
      writer.number(weight.value)
    }
  }

  private static func write(_ counts: [String: Int], to writer: inout CacheWriter) {
    writer.each(counts.sorted { $0.key < $1.key }) { writer, count in
      writer.text(count.key)
      writer.number(count.value)
    }
  }

  private static func counts(_ reader: inout CacheReader) throws -> [String: Int] {
    let counts = try reader.each { (try $0.text(), try $0.number() as Int) }
    return Dictionary(counts) { first, _ in first }
  }

  private static func weights(_ reader: inout CacheReader) throws -> [String: Double] {
    let weights = try reader.each { (try $0.text(), try $0.number() as Double) }
    return Dictionary(weights) { first, _ in first }
  }

  /// The next name of a facet.
  static func facet(_ reader: inout CacheReader) throws -> Facet.ID {
    guard let id = Facet.ID(rawValue: try reader.text()) else { throw CacheReader.Damaged() }
    return id
  }
}
