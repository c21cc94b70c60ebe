import PejlCodebook
import PejlHearing
import PejlSegment
import PejlTagging
import PejlText
import Testing

@Suite struct NoisyTextTests {
  private let rules =
    Book.ruleXML("common", "1.1", "<any>fælles</any>") + Book.ruleXML("area", "2.1", "<any>socialområde</any>")
    + Book.ruleXML("paint", "1.2", "<any>male</any>") + Book.ruleXML("goal", "2.1", "<any>mål</any>")
    + Book.ruleXML("get", "1.1", "<any>=får</any>")

  private func tag(_ text: String, isNoisy: Bool) throws -> (passage: TaggedPassage, text: UTF8Text) {
    let book = try Book(rules)
    var builder = DocumentBuilder(format: "test")
    builder.append(text, kind: .paragraph)
    let document = builder.build()
    let tagger = Tagger(book.compiled, hearing: Hearing(id: ""), lexicon: book.lexicon)
    let passages = tagger.tag(
      Segmenter().segment(document, response: "r"), of: document.text, from: .other, isNoisy: isNoisy)
    return (passages[0], document.text)
  }

  @Test(
    "a scanned agenda item's words are found in every spelling, and marked uncertain",
    arguments: [
      ("falles", "1.1"), ("fzlles", "1.1"), ("felles", "1.1"), ("feelles", "1.1"), ("fzelles", "1.1"), ("flles", "1.1"),
      ("Socialomradet", "2.1"), ("Socialomridet", "2.1"), ("Socialomrédet", "2.1"),
    ])
  func spellings(word: String, code: String) throws {
    let (passage, text) = try tag("Vi taler om \(word) her.", isNoisy: true)
    #expect(passage.tags(.strategy).map(\.code) == [code])
    #expect(passage.uncertain.map { text[$0.span] } == [word])
    #expect(passage.tags(.strategy).first?.evidence.map { text[$0] } == [word])
  }

  @Test("a word that says something as it stands is not taken for another")
  func exactFirst() throws {
    let (passage, _) = try tag("Vi vil male den fælles sal.", isNoisy: true)
    #expect(passage.tags(.strategy).map(\.code) == ["1.1", "1.2"])
    #expect(passage.uncertain.isEmpty)
  }

  @Test("a word that is one as it stands counts also as one that it much more likely was")
  func knownWords() throws {
    let (passage, text) = try tag("De far at vide, om malet er godt nok.", isNoisy: true)
    #expect(passage.tags(.strategy).map(\.code) == ["1.1", "1.2", "2.1"])
    #expect(passage.uncertain.map { text[$0.span] } == ["far", "malet"])
    #expect(passage.uncertain.map(\.meaning) == ["får", "målet"])
  }

  @Test("text that is not noisy is taken at its word")
  func clean() throws {
    let (passage, _) = try tag("Vi taler om fzelles her.", isNoisy: false)
    #expect(passage.tags(.strategy).isEmpty && passage.uncertain.isEmpty)
  }
}
