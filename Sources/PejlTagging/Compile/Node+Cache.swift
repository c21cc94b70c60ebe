internal import PejlCache
internal import PejlCodebook

extension Node {
  /// Keeps the node in a file of the cache: a number for its kind, then what belongs to it.
  func write(to writer: inout CacheWriter) {
    switch self {
    case .any(let set): Self.write(0, set, to: &writer)
    case .all(let inner, let isPassageWide):
      Self.write(1, isPassageWide ? 1 : 0, to: &writer)
      writer.each(inner) { $1.write(to: &$0) }
    case .near(let inner, let words, let isOrdered):
      Self.write(2, words, to: &writer)
      writer.number(isOrdered ? 1 : 0)
      writer.each(inner) { $1.write(to: &$0) }
    case .either(let inner):
      writer.number(3)
      writer.each(inner) { $1.write(to: &$0) }
    case .start(let inner):
      writer.number(4)
      inner.write(to: &writer)
    case .question: writer.number(5)
    case .fires(let rule): Self.write(6, rule, to: &writer)
    case .unless(let inner, let exclusions):
      writer.number(7)
      inner.write(to: &writer)
      writer.each(exclusions) { writer, exclusion in
        exclusion.0.write(to: &writer)
        writer.text(exclusion.1.rawValue)
      }
    case .within(let inner, let contexts):
      writer.number(8)
      inner.write(to: &writer)
      writer.each(contexts) { $1.write(to: &$0) }
    case .context(let context):
      writer.number(9)
      context.write(to: &writer)
    }
  }

  private static func write(_ kind: Int, _ number: Int, to writer: inout CacheWriter) {
    writer.number(kind)
    writer.number(number)
  }

  init(_ reader: inout CacheReader) throws {
    switch try reader.number() as Int {
    case 0: self = .any(try reader.number())
    case 1:
      let isPassageWide = try reader.number() != 0
      self = .all(try reader.each { try Node(&$0) }, isPassageWide: isPassageWide)
    case 2:
      let words: Int = try reader.number()
      let isOrdered = try reader.number() != 0
      self = .near(try reader.each { try Node(&$0) }, words: words, isOrdered: isOrdered)
    case 3: self = .either(try reader.each { try Node(&$0) })
    case 4: self = .start(try Node(&reader))
    case 5: self = .question
    case 6: self = .fires(try reader.number())
    case 7:
      let inner = try Node(&reader)
      self = .unless(
        inner,
        try reader.each { reader in
          let node = try Node(&reader)
          guard let scope = Condition.Scope(rawValue: try reader.text()) else { throw CacheReader.Damaged() }
          return (node, scope)
        })
    case 8:
      let inner = try Node(&reader)
      self = .within(inner, try reader.each { try Context(&$0) })
    case 9: self = .context(try Context(&reader))
    default: throw CacheReader.Damaged()
    }
  }
}

extension Node.Context {
  func write(to writer: inout CacheWriter) {
    switch self {
    case .stance(let rules, let isPassageWide):
      writer.number(0)
      writer.list(rules)
      writer.number(isPassageWide ? 1 : 0)
    case .heading(let set):
      writer.number(1)
      writer.number(set)
    case .before(let node):
      writer.number(2)
      node.write(to: &writer)
    case .all(let inner):
      writer.number(3)
      writer.each(inner) { $1.write(to: &$0) }
    case .either(let inner):
      writer.number(4)
      writer.each(inner) { $1.write(to: &$0) }
    }
  }

  init(_ reader: inout CacheReader) throws {
    switch try reader.number() as Int {
    case 0:
      let rules: [Int] = try reader.list()
      self = .stance(rules, isPassageWide: try reader.number() != 0)
    case 1: self = .heading(try reader.number())
    case 2: self = .before(try Node(&reader))
    case 3: self = .all(try reader.each { try Node.Context(&$0) })
    case 4: self = .either(try reader.each { try Node.Context(&$0) })
    default: throw CacheReader.Damaged()
    }
  }
}
