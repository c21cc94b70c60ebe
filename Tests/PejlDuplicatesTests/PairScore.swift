import PejlDuplicates

/// How many of the pairs that belong together are in one group, and how many of those in one group belong together.
struct PairScore {
  let recall: Double
  let precision: Double

  init(_ groups: [TextGroup], origins: [Int]) {
    let pairs = { (count: Int) in count * (count - 1) / 2 }
    let planted = Dictionary(grouping: origins) { $0 }.values.reduce(0) { $0 + pairs($1.count) }
    let found = groups.reduce(0) { $0 + pairs($1.members.count) }
    let right = groups.reduce(0) { sum, group in
      sum + Dictionary(grouping: group.members) { origins[$0.text] }.values.reduce(0) { $0 + pairs($1.count) }
    }
    recall = Double(right) / Double(max(planted, 1))
    precision = Double(right) / Double(max(found, 1))
  }
}
