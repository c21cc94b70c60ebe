internal import PejlText

/// A paragraph of a word processor's file, before it is known what stands around it.
struct FoundBlock {
  var paragraph: ParagraphText
  var kind: Block.Kind
  var level = 0
  var page: Int?
  var part: String
  /// Whether every letter is bold, which writers who use no styles mean as a heading.
  var isBold = false

  /// Adds `blocks` to `builder`, with bold lines that head something as headings.
  static func append(_ blocks: [FoundBlock], to builder: inout DocumentBuilder) {
    var headsSomething = false
    var guessed = Set<Int>()
    for (index, block) in blocks.enumerated().reversed() where block.kind != .furniture {
      let text = block.paragraph.text
      let isShort = LineShape.isShort(text.hasSuffix(":") ? text.dropLast() : text[...])
      if block.kind == .paragraph, block.isBold, isShort, headsSomething { guessed.insert(index) }
      if !isShort || block.kind != .paragraph { headsSomething = true }
    }
    var rank = 0
    for (index, block) in blocks.enumerated() {
      if block.kind == .heading { rank = block.level }
      let isGuess = guessed.contains(index)
      builder.append(
        block.paragraph, kind: isGuess ? .heading : block.kind, level: isGuess ? rank + 1 : block.level,
        page: block.page, part: block.part)
    }
  }
}
