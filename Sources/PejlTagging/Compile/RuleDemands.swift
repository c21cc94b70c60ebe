internal import PejlCache

/// What must stand in a passage before each rule can hold, so that most rules are not looked at.
struct RuleDemands: Sendable {
  /// By set: the rules whose first demand the set meets.
  let rulesBySet: NumberLists
  /// By rule: its other demands, as places in ``sets``.
  let byRule: NumberLists
  /// Sets of which one must match.
  let sets: NumberLists
  /// Rules that can hold without any word.
  let wordless: [Int32]

  /// The demands of `rules`, of which there are so many sets.
  init(_ rules: [CompiledRule], sets count: Int) {
    var rulesBySet = [[Int32]](repeating: [], count: count)
    var byRule = NumberLists()
    var sets = NumberLists()
    var wordless: [Int32] = []
    for (number, rule) in rules.enumerated() {
      let own = rule.node.demands(rules)
      if let first = own.first {
        for set in Set(first) { rulesBySet[set].append(Int32(number)) }
      } else {
        wordless.append(Int32(number))
      }
      let start = Int32(sets.count)
      for demand in own.dropFirst() { sets.append(demand.map(Int32.init)) }
      byRule.append(start..<Int32(sets.count))
    }
    self.rulesBySet = NumberLists(rulesBySet)
    (self.byRule, self.sets, self.wordless) = (byRule, sets, wordless)
  }

  /// The rules that may hold in `scan`, rising: those for each of whose demands a word stands there.
  func candidates(_ scan: PassageScan, of count: Int) -> [Int] {
    var marks = BitSet(count: count)
    for rule in wordless { marks.insert(rule) }
    for set in scan.sets { rulesBySet.forEach(in: Int(set)) { marks.insert($0) } }
    return marks.numbers.filter { rule in
      !byRule.contains(in: rule) { demand in !sets.contains(in: Int(demand)) { scan.found.contains($0) } }
    }
  }

  func write(to writer: inout CacheWriter) {
    rulesBySet.write(to: &writer)
    byRule.write(to: &writer)
    sets.write(to: &writer)
    writer.list(wordless)
  }

  init(_ reader: inout CacheReader) throws {
    rulesBySet = try NumberLists(&reader)
    byRule = try NumberLists(&reader)
    sets = try NumberLists(&reader)
    wordless = try reader.list()
  }
}
