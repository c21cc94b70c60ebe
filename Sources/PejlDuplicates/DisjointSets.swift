/// Numbers that are joined to sets (union-find with path halving); the smallest of a set stands for it.
struct DisjointSets {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  /// The smallest number of the set that `number` is in.
  mutating func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  /// Whether both are in one set.
  mutating func areJoined(_ left: Int, _ right: Int) -> Bool { root(left) == root(right) }

  /// Makes one set of two.
  mutating func join(_ left: Int, _ right: Int) {
    let (one, other) = (root(left), root(right))
    parents[max(one, other)] = min(one, other)
  }

  /// The sets of two or more, by their smallest number, each rising.
  var groups: [[Int]] {
    var copy = self
    let roots = parents.indices.map { copy.root($0) }
    let all = Dictionary(grouping: parents.indices) { roots[$0] }
    return all.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}
