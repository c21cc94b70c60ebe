internal import PejlDanish
internal import PejlText

/// Finds what characters without meaning were: ligatures and Danish letters, mostly.
struct LostCharacters {
  let lexicon: Lexicon

  private static let meanings = PhraseList(PackageResources.lost_letters_txt)["letters"]

  /// What stands for each of `places` that can be told: the same character means the same throughout the text, except the
  /// replacement character, which may be any.
  func edits(_ places: [TextSpan], _ text: UTF8Text) -> [Document.Edit] {
    let bySign = Dictionary(grouping: places) { text[$0] }
    return bySign.flatMap { sign, places -> [Document.Edit] in
      if sign == "\u{FFFD}" { return places.compactMap { edit($0, text, Self.meanings) } }
      let counts = Self.meanings.map { meaning in places.count { isWord(meaning, at: $0, text) } }
      guard let most = counts.max(), most * 2 > places.count, let best = counts.firstIndex(of: most) else { return [] }
      return places.map { Document.Edit($0, Self.meanings[best]) }
    }
  }

  private func edit(_ place: TextSpan, _ text: UTF8Text, _ meanings: [String]) -> Document.Edit? {
    let fitting = meanings.filter { isWord($0, at: place, text) }
    return fitting.first.map { Document.Edit(place, $0) }
  }

  /// Whether the word around `place` is one with `meaning` in it.
  private func isWord(_ meaning: String, at place: TextSpan, _ text: UTF8Text) -> Bool {
    let front = String(
      text[TextSpan(max(0, place.start - 60), place.start)].reversed().prefix { $0.isLetter }.reversed())
    let back = String(text[TextSpan(place.end, min(text.count, place.end + 60))].prefix { $0.isLetter })
    guard front.count + back.count >= 2 else { return false }
    return lexicon.knows((front + meaning + back).lowercased())
  }
}
