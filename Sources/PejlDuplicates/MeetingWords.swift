/// The longest words of a text, to see quickly which other texts it can meet (``CloseTexts``).
struct MeetingWords {
  /// By the sixteen bits that stand for a word.
  private var isPresent = [Bool](repeating: false, count: 1 << 16)

  /// The longest words of the text with this sketch.
  init(_ sketch: TextSketch) {
    for place in 0..<CloseTexts.mostIndexed where sketch.longest[place] != 0 {
      isPresent[Int(sketch.longest[place])] = true
    }
  }

  /// Whether the text with this sketch may have one of the words; where this is false the two do not meet.
  func mayMeet(_ other: TextSketch) -> Bool {
    for place in 0..<CloseTexts.mostIndexed {
      let word = other.longest[place]
      if word == 0 { return false }
      if isPresent[Int(word)] { return true }
    }
    return false
  }
}
