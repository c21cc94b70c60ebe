import PejlDanish
import PejlText
import Testing

@Suite struct ThesaurusTests {
  /// A thesaurus of entries, each a word and its lines, encoded as UTF-8 or byte by scalar.
  private func thesaurus(
    _ entries: [(String, [String])], encoding: String = "UTF-8", bytes: (String) -> [UInt8] = { Array($0.utf8) }
  ) throws -> Thesaurus {
    var data = bytes(encoding + "\n")
    var index = bytes("\(encoding)\n\(entries.count)\n")
    for (word, lines) in entries {
      index += bytes("\(word)|\(data.count)\n")
      data += bytes("\(word)|\(lines.count)\n" + lines.map { $0 + "\n" }.joined())
    }
    return try Thesaurus(index: index, data: data, path: "t.idx")
  }

  private let entries = [
    ("kage", ["(sb.)|wienerbrød (underbegreb)|bagværk", "|bagværk|tærte"]), ("køre", ["|age|rejse (i bil)"]),
  ]

  @Test func eachSynonymIsGivenOnceWithItsNote() throws {
    let thesaurus = try thesaurus(entries)
    let found = thesaurus.synonyms("kage").map { $0.word + ($0.note.map { "/" + $0 } ?? "") }
    #expect(found == ["wienerbrød/underbegreb", "bagværk", "tærte"])
    #expect(thesaurus.synonyms("køre").map(\.word) == ["age", "rejse"])
    #expect(thesaurus.synonyms("cykle").isEmpty)
  }

  @Test func oldEncodingsAreRead() throws {
    let thesaurus = try thesaurus(entries, encoding: "ISO8859-1") { $0.unicodeScalars.map { UInt8($0.value) } }
    #expect(thesaurus.synonyms("køre").map(\.word) == ["age", "rejse"])
    #expect(thesaurus.synonyms("kage").last?.word == "tærte")
  }

  @Test func filesThatDoNotBelongTogetherGiveNothing() throws {
    let data = Array("UTF-8\nkage|3\n|tærte".utf8)
    let index = Array("UTF-8\n4\nkage|6\nbil|7\ntog|900\nfly|-1\n\nbus\n".utf8)
    let thesaurus = try Thesaurus(index: index, data: data, path: "t.idx")
    #expect(thesaurus.synonyms("kage").map(\.word) == ["tærte"])
    for word in ["bil", "tog", "fly", "bus", ""] { #expect(thesaurus.synonyms(word).isEmpty) }
  }

  @Test func anUnknownEncodingIsNamed() {
    let error = #expect(throws: InvalidInput.self) {
      try Thesaurus(index: Array("KOI8-R\n0\n".utf8), data: [], path: "t.idx")
    }
    #expect(error?.description.contains("t.idx:1") == true && error?.description.contains("KOI8R") == true)
  }
}
