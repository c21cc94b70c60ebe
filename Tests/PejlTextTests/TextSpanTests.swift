import PejlText
import Testing

@Suite struct TextSpanTests {
  @Test("spans that overlap are joined, spans that only touch stay apart")
  func merge() {
    let spans = [TextSpan(6, 8), TextSpan(0, 3), TextSpan(2, 5), TextSpan(5, 6)]
    #expect(TextSpan.merged(spans) == [TextSpan(0, 5), TextSpan(5, 6), TextSpan(6, 8)])
  }

  @Test("scalar offsets are the same whether asked in rising order or back and forth")
  func scalarOffsets() {
    let text = UTF8Text("Æble på 😀 øl")
    var rising = ScalarCounter(text)
    var jumping = ScalarCounter(text)
    let ends = [0, 2, 5, text.count]
    let inOrder = ends.map { rising.scalars(before: $0) }
    #expect(inOrder == [0, 1, 4, Array("Æble på 😀 øl".unicodeScalars).count])
    #expect(ends.reversed().map { jumping.scalars(before: $0) }.reversed() == inOrder)
  }
}

@Suite struct UTF8TextTests {
  @Test("line ends become LF and what XML forbids is left out")
  func normalises() {
    #expect(UTF8Text("a\r\nb\rc\u{0}\u{B}d\u{FFFE}").string == "a\nb\ncd")
  }

  @Test("trimming takes white space from both ends and no more")
  func trims() {
    let text = UTF8Text(" \n\tæ ø\n ")
    #expect(text[text.trimmed(text.span)] == "æ ø")
  }
}

@Suite struct DocumentBuilderTests {
  @Test("blocks are parted by blank lines, and a block of white space leaves no trace")
  func blocks() {
    var builder = DocumentBuilder(format: "test")
    builder.append("Første", kind: .heading, level: 1)
    builder.append(" \n ", kind: .paragraph)
    builder.append("Andet", kind: .paragraph)
    let document = builder.build()
    #expect(document.text.string == "Første\n\nAndet")
    #expect(document.blocks.map { document.text[$0.span] } == ["Første", "Andet"])
  }

  @Test("soft hyphens vanish, ligatures are spelled out, and the map still leads back")
  func repairs() throws {
    var builder = DocumentBuilder(format: "test")
    builder.append([("di\u{FB00}us rets\u{AD}sag", 100)], kind: .paragraph)
    let document = builder.build()
    #expect(document.text.string == "diffus retssag")
    // "us" stood behind "di" and a ligature of three bytes.
    let offset = try #require(document.text.string.utf8.firstIndex(of: UInt8(ascii: "u")))
    let place = document.sourceMap.place(of: document.text.string.utf8.distance(from: document.text.string.startIndex, to: offset))
    #expect(place?.offset == 105)
    // "sag" stood behind a soft hyphen of two bytes.
    #expect(document.sourceMap.place(of: 11)?.offset == 100 + "di\u{FB00}us rets\u{AD}".utf8.count)
  }
}
