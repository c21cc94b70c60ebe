import PejlSegment
import PejlText
import TestAnswers
import Testing

@Suite struct SegmenterTests {
  private func document(_ blocks: [(String, Block.Kind)]) -> Document {
    var builder = DocumentBuilder(format: "test")
    for (text, kind) in blocks { builder.append(text, kind: kind, level: kind == .heading ? 1 : 0) }
    return builder.build()
  }

  private func passages(_ blocks: [(String, Block.Kind)]) -> (texts: [String], passages: [Passage], document: Document)
  {
    let document = document(blocks)
    let passages = Segmenter().segment(document, response: "r")
    return (passages.map { document.text[$0.core] }, passages, document)
  }

  @Test("remarks numbered in running text become passages, the words before them one of their own")
  func remarks() {
    let text = "Vi har tre bemærkninger. 1. Om tonen. Den er god. 2. Om de 3. parter. 3. Økonomien mangler."
    let (texts, passages, _) = passages([(text, .paragraph)])
    #expect(
      texts == ["Vi har tre bemærkninger.", "1. Om tonen. Den er god.", "2. Om de 3. parter.", "3. Økonomien mangler."])
    #expect(passages.map(\.kind) == [.paragraph, .remark, .remark, .remark])
  }

  @Test(
    "a date or a single number splits nothing",
    arguments: ["Mødet er 1. August. Kom.", "I 2024. Og 1. Maj.", "Kun 1. Punkt her."])
  func noRemarks(text: String) {
    #expect(passages([(text, .paragraph)]).texts == [text])
  }

  @Test("a letter on one line is split at wide gaps, short pieces without end mark are headings")
  func singleLine() {
    let body = String(repeating: "Det er en lang sætning om hverdagen på stedet. ", count: 10).dropLast()
    let (texts, passages, _) = passages([("Borgeren først   \(body)  Økonomi   \(body)", .paragraph)])
    #expect(texts == ["Borgeren først", String(body), "Økonomi", String(body)])
    #expect(passages.map(\.kind) == [.heading, .paragraph, .heading, .paragraph])
  }

  @Test("equal passages get names of their own that do not move when another passage changes")
  func identifiers() {
    let first = passages([("Vi er enige.", .paragraph), ("Andet.", .paragraph), ("Vi er enige.", .paragraph)]).passages
    let second = passages([
      ("Vi er enige.", .paragraph), ("Noget helt tredje.", .paragraph), ("Vi  er\nenige.", .paragraph),
    ]).passages
    #expect(Set(first.map(\.id)).count == 3)
    #expect(first[0].id == second[0].id)
    #expect(first[1].id != second[1].id)
    #expect(first[2].id == second[2].id)
  }

  @Test("every character of random texts lies in exactly one passage")
  func accounting() {
    var generator = Dice(2024)
    let pieces = ["1. Om ", "2. Æ ", "\n", "   ", "Vi ", "øl. ", "😀", "\u{301}", "tekst", " - ", "A", "?", "3) "]
    for _ in 0..<400 {
      let blocks = (0..<Int.random(in: 0...5, using: &generator)).map { _ -> (String, Block.Kind) in
        let text = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? ""
        }
        return (text.joined(), Bool.random(using: &generator) ? .paragraph : .listItem)
      }
      let (_, passages, document) = passages(blocks)
      #expect(passages.map { document.text[$0.span] }.joined() == document.text.string)
      #expect(passages.isEmpty == (document.text.count == 0))
      for passage in passages { #expect(passage.span.contains(passage.core) && !passage.core.isEmpty) }
      #expect(Set(passages.map(\.id)).count == passages.count)
    }
  }
}
