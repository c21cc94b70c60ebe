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
          return Self.answer(bytes, at: record + 1 + length)
        }
        slot = (slot + 1) & (slots - 1)
      }
    }
  }

  /// Whether a record can hold what is known of `word`: lengths and numbers are one byte each.
  static func canHold(_ word: String, _ answer: SpellingCache.Answer) -> Bool {
    let stems = answer.stems ?? []
    return word.utf8.count <= SpellingCache.longestWord && stems.count < 256 && stems.allSatisfy { $0.utf8.count < 256 }
  }

  /// Appends a record that can hold what is known of `word`.
  static func append(_ word: some Collection<UInt8>, _ answer: SpellingCache.Answer, to records: inout [UInt8]) {
    records.append(UInt8(word.count))
    records += word
    records.append((answer.isKnown == nil ? 0 : 1) | (answer.isKnown == true ? 2 : 0) | (answer.stems == nil ? 0 : 4))
    guard let stems = answer.stems else { return }
    records.append(UInt8(stems.count))
    for stem in stems {
      records.append(UInt8(stem.utf8.count))
      records += stem.utf8
    }
  }

  /// What the record says whose flags stand at `flags`.
  static func answer(_ bytes: UnsafeRawBufferPointer, at flags: Int) -> SpellingCache.Answer {
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
  func adding(_ answers: NewAnswers, fingerprint: UInt64) -> [UInt8] {
    var total = count
    answers.forEach { word, _ in total += answer(word) == nil ? 1 : 0 }
    var slots = 64
    while slots < total * 2 { slots *= 2 }
    var result: [UInt8] = []
    func append(_ number: UInt64) {
      for shift in 0..<8 { result.append(UInt8(truncatingIfNeeded: number >> (shift * 8))) }
    }
    append(Self.mark)
    append(fingerprint)
    append(0)
    append(UInt64(total) << 32 | UInt64(slots))
    let start = result.count + slots * 4
    result.reserveCapacity(start + bytes.count + answers.count * 24)
    result.append(contentsOf: repeatElement(0, count: slots * 4))
    for record in records {
      let word = record.lowerBound + 1..<record.lowerBound + 1 + Int(bytes[record.lowerBound])
      if let added = answers.answer(String(decoding: bytes[word], as: UTF8.self)) {
        let known = Self.answer(bytes, at: word.upperBound)
        Self.append(
          bytes[word],
          SpellingCache.Answer(isKnown: known.isKnown ?? added.isKnown, stems: known.stems ?? added.stems), to: &result)
      } else {
        result.append(contentsOf: bytes[record])
      }
    }
    answers.forEach { word, known in if answer(word) == nil { Self.append(word.utf8, known, to: &result) } }
    Self.fillSlots(slots, &result)
    let sum = result.withUnsafeBytes { CheckSum.of($0, from: 24) }
    for shift in 0..<8 { result[16 + shift] = UInt8(truncatingIfNeeded: sum >> (shift * 8)) }
    return result
  }

  /// Writes the places of the records that stand behind the empty slots of `table` into these.
  private static func fillSlots(_ slots: Int, _ table: inout [UInt8]) {
    let start = head + slots * 4
    var place = start
    while place < table.count {
      let word = (place + 1)..<(place + 1 + Int(table[place]))
      var slot = table.withUnsafeBufferPointer { hash(UnsafeBufferPointer(rebasing: $0[word])) } & UInt64(slots - 1)
      while table[head + Int(slot) * 4..<head + Int(slot) * 4 + 4].contains(where: { $0 != 0 }) {
        slot = (slot + 1) & UInt64(slots - 1)
      }
      let entry = UInt32(place - start + 1)
      for shift in 0..<4 { table[head + Int(slot) * 4 + shift] = UInt8(truncatingIfNeeded: entry >> (shift * 8)) }
      place = table.withUnsafeBytes { end(of: word.upperBound, $0) }
    }
  }

  /// Where every record stands, in the order of the file.
  private var records: some Sequence<Range<Int>> {
    sequence(state: Self.head + slots * 4) { [bytes] place -> Range<Int>? in
      guard place < bytes.count else { return nil }
      let start = place
      place = Self.end(of: start + 1 + Int(bytes[start]), bytes)
      return start..<place
    }
  }

  /// Where the record ends whose flags stand at `flags`.
  private static func end(of flags: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
    guard bytes[flags] & 4 != 0 else { return flags + 1 }
    var place = flags + 2
    for _ in 0..<bytes[flags + 1] { place += 1 + Int(bytes[place]) }
    return place
  }

  static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(bytes[place + $1]) << (UInt64($1) * 8) }
  }
}
