/// Finds chains of matches, one of each operand, whose neighbours stand close together.
struct Proximity {
  /// The greatest number of words between neighbours.
  let words: Int
  /// Whether the operands must stand in the order given.
  let isOrdered: Bool

  /// A match with the operand that it belongs to.
  private struct Link {
    let match: Match
    let operand: Int
  }

  /// One match for each place where a chain can begin; of several chains from there the one with the nearest links.
  func matches(_ operands: [[Match]]) -> [Match] {
    guard operands.count > 1, operands.count < 16 else { return operands.first ?? [] }
    let links = operands.enumerated().flatMap { operand, matches in
      matches.map { Link(match: $0, operand: operand) }
    }.sorted {
      ($0.match.words.lowerBound, $0.match.words.upperBound, $0.operand)
        < ($1.match.words.lowerBound, $1.match.words.upperBound, $1.operand)
    }
    var search = Search(links: links, operands: operands.count, words: words, isOrdered: isOrdered)
    return links.indices.compactMap { start in
      guard search.hasAll(near: start) else { return nil }
      return search.chain(from: start).map {
        Evaluator.union($0.map { links[$0].match }, sentence: links[start].match.sentence)
      }
    }
  }

  /// A search that remembers for each link and set of operands how a chain goes on, so that it stays linear in the links.
  private struct Search {
    let links: [Link]
    let operands: Int
    let words: Int
    let isOrdered: Bool
    /// By link and operands so far: the next link, the link itself at the end, or -1 for none.
    private var next: [Int: Int] = [:]
    /// By operand: its first link behind the one that is looked at.
    private var ahead: [Int]
    /// The words of the longest match.
    private let longest: Int

    init(links: [Link], operands: Int, words: Int, isOrdered: Bool) {
      self.links = links
      self.operands = operands
      self.words = words
      self.isOrdered = isOrdered
      ahead = Array(repeating: 0, count: operands)
      longest = links.reduce(1) { max($0, $1.match.words.count) }
    }

    /// Whether every other operand has a link that a chain from `start` could reach; asked in rising order.
    ///
    /// Most starts are done with here, before the search for an order of the links, whose cost doubles with each operand.
    mutating func hasAll(near start: Int) -> Bool {
      let first = links[start]
      let last = first.match.words.upperBound + (operands - 1) * (words + longest)
      for operand in 0..<operands where operand != first.operand {
        while ahead[operand] < links.count, ahead[operand] <= start || links[ahead[operand]].operand != operand {
          ahead[operand] += 1
        }
        guard ahead[operand] < links.count else { return false }
        let link = links[ahead[operand]].match
        guard link.words.lowerBound <= last, link.sentence == first.match.sentence else { return false }
      }
      return true
    }

    /// The links of the chain that begins at `start`, if there is one.
    mutating func chain(from start: Int) -> [Int]? {
      var covered = 1 << links[start].operand
      guard !isOrdered || links[start].operand == 0, follow(start, covered) >= 0 else { return nil }
      var chain = [start]
      while let last = chain.last, covered != (1 << operands) - 1 {
        let following = follow(last, covered)
        chain.append(following)
        covered |= 1 << links[following].operand
      }
      return chain
    }

    private mutating func follow(_ link: Int, _ covered: Int) -> Int {
      if covered == (1 << operands) - 1 { return link }
      let key = link << 16 | covered
      if let known = next[key] { return known }
      var result = -1
      let last = links[link].match
      var candidate = link + 1
      while candidate < links.count {
        let option = links[candidate]
        let gap = option.match.words.lowerBound - last.words.upperBound - 1
        if gap > words || option.match.sentence != last.sentence { break }
        let isNew = covered & 1 << option.operand == 0 && (!isOrdered || option.operand == covered.trailingOnes)
        if gap >= 0, isNew, follow(candidate, covered | 1 << option.operand) >= 0 {
          result = candidate
          break
        }
        candidate += 1
      }
      next[key] = result
      return result
    }
  }

  /// Whether each operand can have a match of its own, so that one word does not satisfy two demands.
  static func canBeApart(_ operands: [[Match]]) -> Bool {
    // So many matches of each are enough to find one that is free; those with the fewest choose first, so that a failure
    // shows before the others have tried all orders.
    let options = operands.map { $0.prefix(operands.count * 2) }.sorted { $0.count < $1.count }
    func choose(_ index: Int, _ chosen: [Match]) -> Bool {
      guard index < options.count else { return true }
      return options[index].contains { option in
        !chosen.contains { $0.sharesWords(with: option) } && choose(index + 1, chosen + [option])
      }
    }
    return choose(0, [])
  }
}

extension Int {
  /// The number of set bits before the first zero.
  fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
