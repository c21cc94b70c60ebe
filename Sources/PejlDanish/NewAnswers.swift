/// What the dictionary said of words that no file holds yet, in flat arrays.
///
/// The records are those of ``SpellingTable``. A word of which more becomes known gets another record; its first is given up.
struct NewAnswers: Sendable {
  /// The number of words.
  private(set) var count = 0
  private var records: [UInt8] = []
  /// 0, or one more than the place of a record.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  /// What is known of `word`.
  func answer(_ word: String) -> SpellingCache.Answer? {
    var word = word
    return word.withUTF8 { key in
      let entry = slots[slot(of: key)]
      guard entry > 0 else { return nil }
      return records.withUnsafeBytes { SpellingTable.answer($0, at: Int(entry) + key.count) }
    }
  }

  /// Keeps what is known of `word`, unless it is too long for a record.
  mutating func set(_ word: String, _ answer: SpellingCache.Answer) {
    guard SpellingTable.canHold(word, answer), records.count < Int(UInt32.max) / 2 else { return }
    var word = word
    word.withUTF8 { key in
      let slot = slot(of: key)
      if slots[slot] == 0 { count += 1 }
      slots[slot] = UInt32(records.count) + 1
      SpellingTable.append(key, answer, to: &records)
    }
    if count * 2 > slots.count { grow() }
  }

  /// Does `work` for each word with what is known of it, in an order that depends on the words and how they came.
  func forEach(_ work: (String, SpellingCache.Answer) -> Void) {
    records.withUnsafeBytes { bytes in
      for entry in slots where entry > 0 {
        let place = Int(entry) - 1
        let end = place + 1 + Int(bytes[place])
        work(String(decoding: bytes[(place + 1)..<end], as: UTF8.self), SpellingTable.answer(bytes, at: end))
      }
    }
  }

  /// The slot of the word `key`, or the empty one where it would stand.
  private func slot(of key: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: SpellingTable.hash(key)) & mask
    while slots[slot] > 0 {
      let start = Int(slots[slot])
      if Int(records[start - 1]) == key.count, records[start..<(start + key.count)].elementsEqual(key) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt32](repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    records.withUnsafeBufferPointer { bytes in
      for entry in old where entry > 0 {
        let place = Int(entry) - 1
        let word = UnsafeBufferPointer(rebasing: bytes[(place + 1)..<(place + 1 + Int(bytes[place]))])
        var slot = Int(truncatingIfNeeded: SpellingTable.hash(word)) & mask
        while slots[slot] > 0 { slot = (slot + 1) & mask }
        slots[slot] = entry
      }
    }
  }
}
