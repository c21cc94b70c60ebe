/// The tags of one answer that came or went from one run to another.
struct TagChanges {
  /// All of them, in the order of the passages now, then those of passages that are gone.
  let all: [RunChanges.TagChange]

  init(_ then: RunSnapshot.Response, _ now: RunSnapshot.Response, isOtherCodebook: Bool) {
    let matching = PassageMatching(then, now)
    let isOtherText = then.passages.map(\.text) != now.passages.map(\.text)
    var changes: [(Int, RunChanges.TagChange)] = []
    for pair in matching.pairs {
      let (before, after) = (then.passages[pair.then], now.passages[pair.now])
      let cause = { (tag: RunSnapshot.Tag) in
        Self.cause(of: tag, before, after, isOtherText: isOtherText, isOtherCodebook: isOtherCodebook)
      }
      let (old, new) = (before.tags.map(Name.init), after.tags.map(Name.init))
      for tag in after.tags where !old.contains(Name(tag)) {
        changes.append((pair.now, Self.change(tag, after, now.id, isAdded: true, cause(tag))))
      }
      for tag in before.tags where !new.contains(Name(tag)) {
        changes.append((pair.now, Self.change(tag, after, now.id, isAdded: false, cause(tag))))
      }
    }
    for place in matching.new {
      changes += Self.all(of: now.passages[place], in: now.id, isAdded: true).map { (place, $0) }
    }
    for place in matching.gone {
      changes += Self.all(of: then.passages[place], in: now.id, isAdded: false).map { (now.passages.count + place, $0) }
    }
    all = changes.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
      .map(\.element.1)
  }

  /// All tags of a passage that is new or gone.
  static func all(of passage: RunSnapshot.Passage, in response: String, isAdded: Bool) -> [RunChanges.TagChange] {
    passage.tags.map { change($0, passage, response, isAdded: isAdded, $0.isHuman ? .human : .text) }
  }

  private struct Name: Hashable {
    let facet: String
    let code: String

    init(_ tag: RunSnapshot.Tag) {
      facet = tag.facet
      code = tag.code
    }
  }

  private static func change(
    _ tag: RunSnapshot.Tag, _ passage: RunSnapshot.Passage, _ response: String, isAdded: Bool, _ cause: RunChanges.Cause
  ) -> RunChanges.TagChange {
    RunChanges.TagChange(
      response: response, passage: passage.id, text: passage.text, code: tag.code, facet: tag.facet, isAdded: isAdded,
      cause: cause, rule: tag.rule)
  }

  /// Why a tag came or went: by a person where rules say of it what they said before, else by a changed text, else by a
  /// changed codebook.
  private static func cause(
    of tag: RunSnapshot.Tag, _ then: RunSnapshot.Passage, _ now: RunSnapshot.Passage, isOtherText: Bool,
    isOtherCodebook: Bool
  ) -> RunChanges.Cause {
    let bore = then.machineTags.contains { Name($0) == Name(tag) }
    let bears = now.machineTags.contains { Name($0) == Name(tag) }
    if tag.isHuman || bore == bears { return .human }
    if then.text != now.text { return .text }
    if isOtherCodebook { return .rule }
    // The heading above, or the passage before, is part of what tags rest on.
    return isOtherText ? .text : .program
  }
}
