internal import PejlAnalysis
internal import PejlCodebook
internal import PejlDanish
internal import PejlTagging
internal import PejlText

/// A coded paragraph cut into words.
struct CodedText {
  let paragraph: CodedParagraph
  let text: UTF8Text
  let tokens: [Token]

  init(_ paragraph: CodedParagraph, lexicon: Lexicon) {
    self.paragraph = paragraph
    text = UTF8Text(paragraph.text)
    tokens = Tokenizer().tokenize(text, text.span, lexicon: lexicon).tokens
  }

  /// The words as learning sees them.
  func words(_ lexicon: Lexicon) -> [Observation.Word] {
    tokens.map {
      Observation.Word(form: lexicon.form($0.form), sentence: $0.sentence, hasDigit: $0.hasDigit)
    }
  }

  /// Where words stand in the text.
  func span(_ words: ClosedRange<Int>) -> TextSpan {
    TextSpan(tokens[words.lowerBound].span.start, tokens[words.upperBound].span.end)
  }

  /// Where the rules named in `rules` found their words for a code, in the text.
  func evidence(_ code: Code, rules: Set<String>) -> [TextSpan] {
    (paragraph.tags + paragraph.rejected).filter { $0.code == code.id && $0.facet == code.facet }
      .flatMap(\.reasons).filter { rules.contains($0.rule) }.flatMap(\.evidence)
      .filter { paragraph.span.contains($0) }.map { $0.shifted(by: -paragraph.span.start) }
  }

  /// Whether the person set a code, any rule held or Pejl set a tag.
  func isTouched(rules: Set<String>) -> Bool {
    paragraph.gold.codes.values.contains { !$0.isEmpty }
      || paragraph.tags.contains { $0.facet != .frame }
      || paragraph.rejected.contains { $0.facet != .frame && $0.reasons.contains { rules.contains($0.rule) } }
  }
}
