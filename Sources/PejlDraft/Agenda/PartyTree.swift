internal import PejlHearing

/// Puts those who were heard and those who answered together: who is whom, and who belongs to which group.
struct PartyTree {
  /// A respondent of the draft, with what a person must decide.
  struct Entry {
    var name: String
    var aliases: [String]
    var members: [Entry] = []
    /// The key of the sentence that says what is uncertain, with the names in it.
    var doubt: (key: String, names: [String])?
  }

  /// The entries in the order of the hearing list, then those who answered without standing on it.
  private(set) var entries: [Entry]

  private let labels: LabelList

  init(heard: [AgendaItem.Party], senders: [String], labels: LabelList) {
    self.labels = labels
    entries = heard.map { Entry(name: $0.name, aliases: $0.alias.map { [$0] } ?? []) }
    for sender in senders { place(sender, isListKnown: !heard.isEmpty) }
  }

  private mutating func place(_ sender: String, isListKnown: Bool) {
    let name = sender.capitalised
    func isSame(_ entry: Entry) -> Bool {
      ([entry.name] + entry.aliases).contains { $0.lowercased() == name.lowercased() }
    }
    if entries.contains(where: { isSame($0) || $0.members.contains(where: isSame) }) { return }
    if let index = entries.firstIndex(where: { isGroup($0, of: name) }) {
      entries[index].members.append(
        Entry(name: name, aliases: [], doubt: ("party.member", [name, entries[index].name])))
      return
    }
    entries.append(Entry(name: name, aliases: [], doubt: isListKnown ? ("party.unlisted", [name]) : nil))
  }

  /// Whether a body may belong to a group of that name: it begins with what the group's name stands for, or one of its first
  /// words begins with the word for the group's sort of body.
  private func isGroup(_ entry: Entry, of name: String) -> Bool {
    let name = name.lowercased()
    let names = ([entry.name] + entry.aliases).map { $0.lowercased() }
    for group in names {
      if name.hasPrefix(group + " ") { return true }
      for pair in labels["abbreviations"] {
        let sides = pair.split(separator: "=").map(String.init)
        if sides.count == 2, sides[0] == group, name.hasPrefix(sides[1]) { return true }
      }
    }
    let openings = name.split(separator: " ").prefix(2)
    let words = names.flatMap { $0.split { $0 == " " || $0 == "-" } }.filter { $0.count >= 6 }
    return openings.contains { opening in
      words.contains { word in
        labels.holds(String(word), "council") && opening.hasPrefix(word.prefix(max(6, word.count - 3)))
          && labels.holds(String(opening), "council")
      }
    }
  }
}
