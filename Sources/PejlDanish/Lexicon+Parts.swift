extension Lexicon {
  /// The words that are the first or the last part of the compound `word`, as dictionary forms too; none where it is no compound.
  ///
  /// - Parameter word: a word in small letters, which the dictionary may list or not; a hyphen parts it too.
  /// - Returns: the parts, each once, in the order of the cuts; parts of fewer than four bytes end and begin words by chance.
  public func parts(of word: String) -> [String] {
    if word.contains("-") {
      let parts = word.split(separator: "-").map(String.init).filter { $0.utf8.count >= Self.shortestPart }
      return Self.distinct(parts.flatMap { lemmas(number(ofWord: $0)) + self.parts(of: $0) })
    }
    guard word.utf8.count >= Self.shortestPart + Self.shortestHead, word.utf8.count <= Self.longestCompound,
      word.utf8.allSatisfy(Self.isLetter)
    else { return [] }
    var result: [String] = []
    for cut in word.indices.dropFirst(2) {
      let (front, head) = (String(word[..<cut]), String(word[cut...]))
      guard head.utf8.count >= Self.shortestHead else { break }
      guard front.utf8.count >= Self.shortestPart else { continue }
      guard dictionary.knows(head), isFront(front) else { continue }
      result += lemmas(number(ofWord: front)) + lemmas(number(ofWord: head))
      if front.last == "s" { result += lemmas(number(ofWord: String(front.dropLast()))) }
    }
    return Self.distinct(result)
  }

  private static func distinct(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
