/// Short lists of words by the number of a form, in flat arrays: a list takes as many bytes as its words and a few more.
struct WordLists {
  private var places = NumbersByForm()
  /// One list behind the other: the number of its words, then each word's length and its bytes.
  private var bytes: [UInt8] = []

  /// The list of the form; nil where none is kept. One that is too long for a byte is not.
  subscript(form: Int) -> [String]? {
    guard var place = places[form] else { return nil }
    return (0..<bytes[place]).map { _ in
      let start = place + 2
      let end = start + Int(bytes[place + 1])
      place = end - 1
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }

  /// Keeps the list of a form.
  mutating func keep(_ words: [String], of form: Int) {
    guard words.count < 256, words.allSatisfy({ $0.utf8.count < 256 }), bytes.count < Int(Int32.max) / 2 else { return }
    places[form] = bytes.count
    bytes.append(UInt8(words.count))
    for word in words {
      bytes.append(UInt8(word.utf8.count))
      bytes += word.utf8
    }
  }
}
