import PejlAnalysis
import PejlCodebook
import PejlDanish
import PejlHearing
import PejlSegment
import PejlTagging
import PejlText
import PejlTuning
import Testing

/// What a codebook learns from coded passages.
@Suite struct TunerTests {
  private static let book = """
    <codebook xmlns="urn:pejl:codebook:1" id="t" version="1" language="da"><title>T</title>
    <facet id="strategy" name="S" threshold="1" limit="2"><code id="A" name="a"><definition>d</definition></code>
    <code id="B" name="b"><definition>d</definition></code></facet>
    <rules code="A"><rule id="a-bus"><any>bus</any><hit>En <mark>bus</mark>.</hit><miss>En bil.</miss></rule></rules>
    <rules code="B"><rule id="b-brev"><any>brev</any><hit>Et <mark>brev</mark>.</hit><miss>En bog.</miss></rule></rules>
    </codebook>
    """

  private let lexicon: Lexicon
  private let compiled: CompiledCodebook

  init() throws {
    lexicon = try Lexicon()
    compiled = CompiledCodebook(
      try CodebookReader { _ in Array(Self.book.utf8) }.read("t.xml"), lexicon: lexicon)
  }

  /// In so small a language one word alone may carry a code, which the usual cap forbids.
  private var tuner: Tuner {
    var options = TuningOptions()
    options.cap = 3
    return Tuner(compiled, lexicon: lexicon, options: options)
  }

  /// Passages of two authors: those with a driver are about A, those with a stamp about B.
  private func examples(_ count: Int) -> [CodedObservation] {
    let tagger = Tagger(compiled, hearing: Hearing(id: ""), lexicon: lexicon, keepsObservations: true)
    let texts = [
      ("Chaufføren ventede ikke på hende.", "A"), ("Bussen og chaufføren kom for sent.", "A"),
      ("Vi ser sjældent en chauffør to gange.", "A"),
      ("Frimærket sad skævt på kuverten.", "B"), ("Brevet havde intet frimærke.", "B"),
      ("Vi takker for kaffen og kagen.", ""), ("Haven er smuk om sommeren.", ""), ("Ingen svarer på dem.", ""),
      ("Væggen er malet grøn.", ""), ("Der var langt til skoven.", ""),
    ]
    return (0..<count).compactMap { number in
      let (text, code) = texts[number % texts.count]
      var builder = DocumentBuilder(format: "text")
      builder.append("\(text) Nummer \(number).", kind: .paragraph)
      let document = builder.build()
      let passages = tagger.tag(Segmenter().segment(document, response: "r"), of: document.text, from: .other)
      return passages.first?.observation.map {
        CodedObservation(
          observation: $0, codes: [.strategy: code.isEmpty ? [] : [code]],
          author: number / texts.count % 2 == 0 ? "x" : "y",
          isInAnswer: true)
      }
    }
  }

  @Test func learnsWordsThatNoRuleKnows() async throws {
    let tuned = try #require(try await tuner.tune(examples(400)).first)
    let driver = tuned.words.filter { $0.term == "~chauffør" }
    #expect(
      driver.contains { $0.code == "A" && $0.weight > 0 }, "\(tuned.words.map { "\($0.code) \($0.term) \($0.weight)" })"
    )
    #expect(!driver.contains { $0.code == "B" && $0.weight > 0 })
    #expect(tuned.overall.f1 > 0.9)
  }

  @Test func givesTheSameBytesForTheSamePassages() async throws {
    let first = try LearnedPart(try await tuner.tune(examples(60))).bytes
    let second = try LearnedPart(try await tuner.tune(examples(60))).bytes
    #expect(first == second)
    #expect(!first.isEmpty)
  }

  @Test func whatItWritesIsAPartThatTheCodebookReads() async throws {
    let part = try LearnedPart(try await tuner.tune(examples(400))).bytes
    let main = Self.book.replacing("<title>T</title>", with: "<title>T</title><part href=\"learned.xml\"/>")
    let book = try CodebookReader { $0 == "learned.xml" ? part : Array(main.utf8) }.read("t.xml")
    #expect(book.calibration(.strategy) != nil)
    let tagger = Tagger(CompiledCodebook(book, lexicon: lexicon), hearing: Hearing(id: ""), lexicon: lexicon)
    var builder = DocumentBuilder(format: "text")
    builder.append("Chaufføren sagde ikke et ord hele vejen.", kind: .paragraph)
    let document = builder.build()
    let passage = tagger.tag(Segmenter().segment(document, response: "r"), of: document.text, from: .other)[0]
    let tag = try #require(passage.tags.first)
    #expect(tag.code == "A")
    #expect(tag.reasons.contains { $0.rule == "word:~chauffør" })
    let sum = try #require(tag.sum)
    #expect(sum.parts.contains { $0.name == "word:~chauffør" && $0.adds > 0 })
    #expect(sum.certainty > 0.3)
  }

  @Test func namesTooLittleGold() async throws {
    let few = examples(10)
    await #expect(throws: InvalidInput.self) { try await tuner.tune(few) }
  }
}
