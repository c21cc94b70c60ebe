internal import PejlCache
internal import PejlCodebook

/// A term with its patterns as numbers.
struct CompiledTerm: Sendable {
  enum Step: Sendable {
    case word([Int32])
    case gap(Int)
  }
  let steps: [Step]
}

/// A rule with its condition ready for matching; a class, since it is handed around in the loop over passages.
final class CompiledRule: Sendable {
  let id: String
  /// The code that it speaks for.
  let code: String
  let facet: Facet.ID
  /// The place of its code in the facet.
  let place: Int
  /// What it adds to the score of its code.
  let weight: Double
  /// The kinds of respondent that it is meant for; empty for all.
  let respondentKinds: [String]
  let node: Node

  init(_ rule: Rule, facet: Facet.ID, place: Int, node: Node) {
    id = rule.id
    code = rule.code
    self.facet = facet
    self.place = place
    weight = rule.weight
    respondentKinds = rule.respondentKinds
    self.node = node
  }

  func write(to writer: inout CacheWriter) {
    writer.text(id)
    writer.text(code)
    writer.text(facet.rawValue)
    writer.number(place)
    writer.number(weight)
    writer.each(respondentKinds) { $0.text($1) }
    node.write(to: &writer)
  }

  init(_ reader: inout CacheReader) throws {
    id = try reader.text()
    code = try reader.text()
    facet = try CodebookHead.facet(&reader)
    place = try reader.number()
    weight = try reader.number()
    respondentKinds = try reader.each { try $0.text() }
    node = try Node(&reader)
  }
}

/// A damper with its condition ready for matching.
struct CompiledDamper: Sendable {
  /// What the weight of a rule is multiplied with.
  let factor: Double
  /// The facets whose evidence it weakens.
  let facets: [Facet.ID]
  let node: Node

  init(_ damper: Damper, node: Node) {
    factor = damper.factor
    facets = damper.facets
    self.node = node
  }

  func write(to writer: inout CacheWriter) {
    writer.number(factor)
    writer.each(facets) { $0.text($1.rawValue) }
    node.write(to: &writer)
  }

  init(_ reader: inout CacheReader) throws {
    factor = try reader.number()
    facets = try reader.each { try CodebookHead.facet(&$0) }
    node = try Node(&reader)
  }
}

/// The sets of the words of explicit references.
struct CompiledReferences: Sendable {
  var guidepost = 0
  var objective = 0
  var page = 0
  var ordinals: [Int] = []
  var joiners = 0
  var foreign = 0

  init() {}

  func write(to writer: inout CacheWriter) {
    for set in [guidepost, objective, page, joiners, foreign] { writer.number(set) }
    writer.list(ordinals)
  }

  init(_ reader: inout CacheReader) throws {
    guidepost = try reader.number()
    objective = try reader.number()
    page = try reader.number()
    joiners = try reader.number()
    foreign = try reader.number()
    ordinals = try reader.list()
  }
}
