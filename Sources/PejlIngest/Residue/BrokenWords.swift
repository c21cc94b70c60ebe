internal import PejlDanish
internal import PejlText

/// Puts words together that a hyphen parts whose line is gone: `inddra- gelse`.
struct BrokenWords {
  let lexicon: Lexicon

  private static let conjunctions = Set(PhraseList(PackageResources.hyphen_words_txt)["conjunctions"])

  /// The hyphens and blanks among `places` that break one word; `Beboer- og` keeps its hyphen.
  func edits(_ places: [TextSpan], _ text: UTF8Text) -> [Document.Edit] {
    places.compactMap { place in
      let front = String(
        text[TextSpan(max(0, place.start - 80), place.start)].reversed().prefix { $0.isLetter }.reversed())
      let back = String(text[TextSpan(place.end, min(text.count, place.end + 80))].prefix { $0.isLetter })
      guard front.count >= 2, back.count >= 2, !Self.conjunctions.contains(back) else { return nil }
      let word = (front + back).lowercased()
      guard lexicon.knows(word), !lexicon.knows(front.lowercased()) || !lexicon.knows(back) || !lexicon.isCompound(word)
      else { return nil }
      return Document.Edit(place, "")
    }
  }
}
