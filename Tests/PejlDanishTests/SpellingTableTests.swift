import Foundation
import PejlCache
import Testing

@testable import PejlDanish

@Suite struct SpellingTableTests {
  private static let print: UInt64 = 0xA11CE
  private static let answers: [String: SpellingCache.Answer] = [
    "råd": .init(isKnown: true, stems: ["råd", "råde"]),
    "rådd": .init(isKnown: false, stems: []),
    "asked": .init(isKnown: true, stems: nil),
    "stems": .init(isKnown: nil, stems: ["stem"]),
    "": .init(isKnown: false, stems: nil),
  ]

  /// The table in a file of `bytes`.
  private static func table(_ bytes: [UInt8], fingerprint: UInt64) -> SpellingTable? {
    let path = NSTemporaryDirectory() + "pejl-words-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard (try? Data(bytes).write(to: URL(fileURLWithPath: path))) != nil else { return nil }
    return MappedFile(path).flatMap { SpellingTable($0, fingerprint: fingerprint) }
  }

  private static func table() throws -> (bytes: [UInt8], table: SpellingTable) {
    let bytes = SpellingTable().adding(NewAnswers(answers), fingerprint: print)
    return (bytes, try #require(Self.table(bytes, fingerprint: print)))
  }

  @Test("what was said of each word is found again, and nothing of others")
  func answers() throws {
    let table = try Self.table().table
    #expect(table.count == Self.answers.count)
    for (word, answer) in Self.answers {
      #expect(table.answer(word)?.isKnown == answer.isKnown && table.answer(word)?.stems == answer.stems, "\(word)")
    }
    #expect(table.answer("rå") == nil && table.answer("råde") == nil)
    #expect(SpellingTable().answer("råd") == nil)
  }

  @Test("what was not asked before is completed, what was said before stands")
  func adding() throws {
    let more: [String: SpellingCache.Answer] = [
      "asked": .init(isKnown: false, stems: ["ask"]), "stems": .init(isKnown: true), "new": .init(isKnown: true),
    ]
    let bytes = try Self.table().table.adding(NewAnswers(more), fingerprint: Self.print)
    let table = try #require(Self.table(bytes, fingerprint: Self.print))
    #expect(table.count == Self.answers.count + 1)
    #expect(table.answer("asked")?.isKnown == true && table.answer("asked")?.stems == ["ask"])
    #expect(table.answer("stems")?.isKnown == true && table.answer("stems")?.stems == ["stem"])
    #expect(table.answer("new")?.isKnown == true && table.answer("new")?.stems == nil)
    #expect(table.answer("råd")?.stems == ["råd", "råde"])
  }

  @Test("ten thousand words are all found")
  func many() throws {
    var answers: [String: SpellingCache.Answer] = [:]
    for number in 0..<10_000 { answers["ord\(number)"] = .init(isKnown: number % 3 == 0, stems: ["s\(number)"]) }
    let bytes = SpellingTable().adding(NewAnswers(answers), fingerprint: Self.print)
    let table = try #require(Self.table(bytes, fingerprint: Self.print))
    #expect(answers.allSatisfy { table.answer($0)?.isKnown == $1.isKnown && table.answer($0)?.stems == $1.stems })
  }

  @Test("a table of another dictionary, one cut off, and one with any byte changed are passed over")
  func damaged() throws {
    let bytes = try Self.table().bytes
    #expect(Self.table(bytes, fingerprint: Self.print + 1) == nil)
    #expect(Self.table(bytes.dropLast(), fingerprint: Self.print) == nil)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 0x10
      #expect(Self.table(changed, fingerprint: Self.print) == nil, "byte \(place)")
    }
  }
}

extension NewAnswers {
  /// All of `answers`.
  fileprivate init(_ answers: [String: SpellingCache.Answer]) {
    self.init()
    for (word, answer) in answers { set(word, answer) }
  }
}
