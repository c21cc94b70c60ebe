import Foundation
import Testing

@testable import PejlPipeline

@Suite struct JSONTests {
  private func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)[...]) }

  @Test("what is written is read as the same, and Foundation reads it as the same")
  func roundTrip() throws {
    let strings = ["", "æøå", "\"\\/\u{8}\u{C}\n\r\t\u{1}\u{1F}", "😀 e\u{301}", "\u{2028}"]
    let numbers = [0, -0.0, 1, -3, 0.1 + 0.2, 1e-7, 1.5e300, -2.25, .leastNonzeroMagnitude]
    var json = JSONWriter()
    json.object { json in
      json.array("strings") { json in for string in strings { json.string(string) } }
      json.array("numbers") { json in for number in numbers { json.number(number) } }
      json.object("empty") { _ in }
      json.null("none")
      json.integer(.min, "least")
    }
    let value = try JSONReader.read(json.bytes[...])
    #expect(value["strings"]?.elements?.map(\.text) == strings)
    #expect(value["numbers"]?.elements?.map { $0.number?.bitPattern } == numbers.map(\.bitPattern))
    #expect(value["none"] == nil)
    #expect(value["least"]?.integer == .min)
    let other = try #require(JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
    #expect(other["strings"] as? [String] == strings)
    #expect((other["numbers"] as? [Double])?.count == numbers.count)
  }

  @Test("escapes are read, half a surrogate pair becomes the replacement character")
  func escapes() throws {
    #expect(try read(#""\u00e6\ud83d\ude00\/""#).text == "æ😀/")
    #expect(try read(#""\ud83dx\ude00""#).text == "\u{FFFD}x\u{FFFD}")
  }

  @Test(
    "what is no JSON is refused with its place",
    arguments: [
      "", "{", "[1,]", "{\"a\":1,}", "{a:1}", "01", "1.", "+1", "nul", "\"a", "\"\u{1}\"", #""\x""#, #""\u12g4""#,
      "1 2",
      "NaN", String(repeating: "[", count: 100), "1e999",
    ])
  func faults(_ text: String) {
    #expect(throws: JSONReader.Fault.self) { try read(text) }
  }

  @Test("bytes that are no UTF-8 are refused")
  func encoding() {
    #expect(throws: JSONReader.Fault.self) { try JSONReader.read([0x22, 0xE6, 0x22]) }
  }
}

@Suite struct LineReaderTests {
  @Test("lines come whole whatever their length, one that is too long is passed over, and all keep their numbers")
  func lines() throws {
    let path = NSTemporaryDirectory() + "pejl-lines-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    let long = String(repeating: "x", count: 700_000)
    let text = "a\n\n\(long)\nb\r\n\(long)\(long)\nc\n \nd"
    try Data(text.utf8).write(to: URL(filePath: path))
    let handle = try #require(FileHandle(forReadingAtPath: path))
    var reader = LineReader(handle.fileDescriptor, name: path, limit: 1_000_000)
    var found: [String] = []
    while let batch = try reader.next() {
      if batch.isTooLong { found.append("\(batch.firstLine) too long") }
      found += batch.lines.map { "\($0.number) \($0.bytes.count)" }
    }
    #expect(found == ["1 1", "3 700000", "4 2", "5 too long", "6 1", "8 1"])
  }
}
