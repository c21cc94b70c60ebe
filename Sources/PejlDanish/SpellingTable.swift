internal import PejlCache

/// Words with what the dictionary said of them, in the bytes of a file: looked up without unpacking anything.
///
/// Head of 32 bytes (mark, fingerprint, check sum, number of slots, number of words), then the slots of a hash table, four bytes each:
/// 0, or one more than the place of a record; then the records. A record is the length of the word, the word, a byte of flags
/// (1 asked whether known, 2 known, 4 asked for stems), and where stems were asked for their number and each with its length.
struct SpellingTable: @unchecked Sendable {  // because the bytes are only ever read
  /// The number of words.
  let count: Int
  private let bytes: UnsafeRawBufferPointer
  private let slots: Int
  /// Keeps `bytes` where they are.
  private let file: MappedFile?

  private static let mark: UInt64 = 0x3253_4452_4F57_4A50
  private static let head = 32

  /// A table without words.
  init() {
    bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    file = nil
    count = 0
    slots = 0
  }

  /// The table in `file`; nil when it is damaged or of another dictionary.
  init?(_ file: MappedFile, fingerprint: UInt64) {
    let bytes = file.bytes
    guard bytes.count >= Self.head, Self.number(bytes, 0) == Self.mark, Self.number(bytes, 8) == fingerprint,
      Self.number(bytes, 16) == CheckSum.of(bytes, from: 24)
    else { return nil }
    let sizes = Self.number(bytes, 24)
    slots = Int(sizes & 0xFFFF_FFFF)
    count = Int(sizes >> 32)
    self.bytes = bytes
    self.file = file
  }

  /// What is known of `word`.
  func answer(_ word: String) -> SpellingCache.Answer? {
    guard slots > 0 else { return nil }
    var word = word
    return word.withUTF8 { key in
      var slot = Int(truncatingIfNeeded: Self.hash(key)) & (slots - 1)
      while true {
        let entry = Self.head + slot * 4
        let place =
          Int(bytes[entry]) | Int(bytes[entry + 1]) << 8 | Int(bytes[entry + 2]) << 16 | Int(bytes[entry + 3]) << 24
        if place == 0 { return nil }
        let record = Self.head + slots * 4 + place - 1
        let length = Int(bytes[record])
        if length == key.count, bytes[(record + 1)..<(record + 1 + length)].elementsEqual(key) {
          return read(record + 1 + length)
        }
        slot = (slot + 1) & (slots - 1)
      }
    }
  }

  private func read(_ flags: Int) -> SpellingCache.Answer {
    var answer = SpellingCache.Answer()
    if bytes[flags] & 1 != 0 { answer.isKnown = bytes[flags] & 2 != 0 }
    guard bytes[flags] & 4 != 0 else { return answer }
    var place = flags + 2
    answer.stems = (0..<Int(bytes[flags + 1])).map { _ in
      let length = Int(bytes[place])
      defer { place += 1 + length }
      return String(decoding: bytes[(place + 1)..<(place + 1 + length)], as: UTF8.self)
    }
    return answer
  }

  /// The bytes of a table with `answers` added; what is known of a word already is completed.
  func adding(_ answers: [String: SpellingCache.Answer], fingerprint: UInt64) -> [UInt8] {
    var records: [UInt8] = []
    var keys: [(hash: UInt64, place: Int)] = []
    func add(_ word: [UInt8], _ answer: SpellingCache.Answer) {
      let stems = answer.stems.map { $0.prefix(255).filter { $0.utf8.count < 256 } }
      keys.append((word.withUnsafeBufferPointer(Self.hash), records.count))
      records.append(UInt8(word.count))
      records += word
      records.append((answer.isKnown == nil ? 0 : 1) | (answer.isKnown == true ? 2 : 0) | (stems == nil ? 0 : 4))
      guard let stems else { return }
      records.append(UInt8(stems.count))
      for stem in stems {
        records.append(UInt8(stem.utf8.count))
        records += stem.utf8
      }
    }
    var left = answers
    for (word, known) in all {
      let added = left.removeValue(forKey: String(decoding: word, as: UTF8.self))
      add(word, SpellingCache.Answer(isKnown: known.isKnown ?? added?.isKnown, stems: known.stems ?? added?.stems))
    }
    for (word, answer) in left.sorted(by: { $0.key < $1.key }) where word.utf8.count <= SpellingCache.longestWord {
      add(Array(word.utf8), answer)
    }
    var slots = 64
    while slots < keys.count * 2 { slots *= 2 }
    var table = [UInt32](repeating: 0, count: slots)
    for (hash, place) in keys {
      var slot = Int(truncatingIfNeeded: hash) & (slots - 1)
      while table[slot] != 0 { slot = (slot + 1) & (slots - 1) }
      table[slot] = UInt32(place + 1)
    }
    var result: [UInt8] = []
    func append(_ number: UInt64) {
      for shift in 0..<8 { result.append(UInt8(truncatingIfNeeded: number >> (shift * 8))) }
    }
    append(Self.mark)
    append(fingerprint)
    append(0)
    append(UInt64(keys.count) << 32 | UInt64(slots))
    for entry in table { for shift in 0..<4 { result.append(UInt8(truncatingIfNeeded: entry >> (shift * 8))) } }
    result += records
    let sum = result.withUnsafeBytes { CheckSum.of($0, from: 24) }
    for shift in 0..<8 { result[16 + shift] = UInt8(truncatingIfNeeded: sum >> (shift * 8)) }
    return result
  }

  /// Every word with what is known of it, in the order of the file.
  private var all: [(word: [UInt8], answer: SpellingCache.Answer)] {
    var result: [(word: [UInt8], answer: SpellingCache.Answer)] = []
    var place = Self.head + slots * 4
    while place < bytes.count {
      let word = Array(bytes[(place + 1)..<(place + 1 + Int(bytes[place]))])
      let flags = place + 1 + word.count
      result.append((word, read(flags)))
      place = flags + 1
      guard bytes[flags] & 4 != 0 else { continue }
      let stems = Int(bytes[place])
      place += 1
      for _ in 0..<stems { place += 1 + Int(bytes[place]) }
    }
    return result
  }

  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(bytes[place + $1]) << (UInt64($1) * 8) }
  }
}
